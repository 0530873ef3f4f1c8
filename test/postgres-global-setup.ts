import type { TestProject } from 'vitest/node';
import { migrateSchema, openPool, startEmbedded } from '../packages/engine/src/postgres/index.ts';
import { databaseUrl, templateDatabase } from './support/database-url.ts';
import { distributions } from './support/distributions.ts';
import { makeServersDirectory, removeServers } from './support/temporary-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The major version of the server that the project's tests run on. */
    postgresVersion: '16' | '18';
    /** The address of its database, as a role that may make others. */
    postgresUrl: string;
  }
}

/** Nobody misses this data after a crash; and many files' pools are open at once. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '256MB',
  max_connections: '200',
} as const;

async function makeTemplate(url: string): Promise<void> {
  const server = openPool({ url, applicationName: 'fluxion-test-setup', max: 1 });
  await server.query(`CREATE DATABASE ${templateDatabase}`);
  await server.end();
  const template = openPool({ url: databaseUrl(url, templateDatabase), applicationName: 'fluxion-test-setup' });
  await migrateSchema(template);
  await template.end();
}

/** One server for all test files of the project, with a migrated database that they clone; gives back how to end it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await makeServersDirectory();
  const { postgresVersion } = project.config.provide;
  const distribution = distributions[postgresVersion ?? '18'];
  const server = await startEmbedded({ home: directory, distribution, settings });
  const teardown = async (): Promise<void> => {
    await server.stop();
    await removeServers(directory);
  };
  try {
    await makeTemplate(server.url);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('postgresUrl', server.url);
  return teardown;
}
