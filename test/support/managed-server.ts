import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startEmbedded } from '../../packages/engine/src/postgres/index.ts';
import { ensureCluster } from '../../packages/engine/src/postgres/embedded/cluster/create-cluster.ts';
import { runToSuccess } from '../../packages/engine/src/postgres/embedded/process/run.ts';
import { prepareServer } from '../../packages/engine/src/postgres/embedded/server.ts';
import { distributions } from './distributions.ts';
import { makeServersDirectory, removeServers } from './temporary-servers.ts';

const administrator = 'administrador';
const password = 'una clave: larga/';

export interface ManagedServer {
  /** The address of `postgres` as the administrator. */
  readonly administratorUrl: string;
  /** The address of a database as a role of the server. */
  url(role: string, rolePassword: string, database: string): string;
  /** Where it logs every statement. */
  readonly logFile: string;
  stop(): Promise<void>;
}

/**
 * A server of the test file's own whose administrator is as RDS's: it may create roles and databases, belongs to
 * `pg_monitor`, and is no superuser, who cannot sign in at all. Any role may sign in, with its password.
 */
export async function startManagedServer(): Promise<ManagedServer> {
  const home = await makeServersDirectory();
  const options = {
    home,
    distribution: distributions[inject('postgresVersion')],
    settings: { fsync: 'off', log_statement: 'all' },
  };
  const prepared = await prepareServer(options);
  const { tools, log } = prepared;
  const { dataDirectory } = prepared.home;
  await ensureCluster(dataDirectory, tools, { password: prepared.password, durable: false, log });
  await appendFile(join(dataDirectory, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  const statements = [
    `CREATE ROLE ${administrator} LOGIN CREATEROLE CREATEDB PASSWORD '${password}';`,
    `GRANT pg_monitor TO ${administrator} WITH ADMIN OPTION;`,
  ];
  const single = ['--single', '-D', dataDirectory, '-c', 'exit_on_error=on', '-F', 'postgres'];
  const command = tools.launcher.command(tools.binaries.postgres, single);
  await runToSuccess('The administrator could not be made', command, `${statements.join('\n')}\n`);
  const server = await startEmbedded(options);
  const { host } = new URL(server.url);
  const url = (role: string, rolePassword: string, database: string) =>
    `postgres://${role}:${encodeURIComponent(rolePassword)}@${host}/${database}?sslmode=disable`;
  return {
    administratorUrl: url(administrator, password, 'postgres'),
    url,
    logFile: prepared.home.logFile,
    async stop() {
      await server.stop();
      await removeServers(home);
    },
  };
}
