import { join } from 'node:path';
import { distributions } from '../../../test/support/distributions.ts';
import { bringChain, makeChainFile } from '../lib/chain.ts';
import { loadDeliveries, writeDeliveries, type Delivery } from '../lib/deliveries.ts';
import { startOwnServer, type OwnServer } from '../lib/own-server.ts';
import { withPool, type Rehearsal, type RehearsalOptions } from '../lib/rehearsal.ts';
import { makeEmptyChain, publish, subscribe, takeOver, untilCaughtUp, untilCopied } from './replicate.ts';
import { proveAlike } from './prove.ts';

interface Servers {
  readonly old: OwnServer;
  readonly fresh: OwnServer;
}

/**
 * PostgreSQL 16 to 18 by logical replication, while stores' days are loaded: what RDS does for a blue/green deployment of
 * another major version. The writing stands still for as long as the last changes take.
 */
export const rehearseUpgrade: Rehearsal = async (options) => {
  const { directory, rows, steps } = options;
  const chain = await steps.time("a chain's DuckDB file", () => makeChainFile(directory, rows));
  const deliveries = await writeDeliveries(chain.file, directory, chain.to, 3);
  const servers = { old: await start(options, 'old', '16'), fresh: await start(options, 'new', '18') };
  await steps.time('the chain in PostgreSQL 16', () => bringChain(servers.old.url, chain.file));
  await steps.time('its schema in PostgreSQL 18, and its partitions', () => makeEmptyChain(servers.fresh.url, chain));
  await replicateWhileLoading(options, servers, deliveries);
};

function start(
  { directory, settings = {} }: RehearsalOptions,
  name: string,
  version: keyof typeof distributions,
): Promise<OwnServer> {
  const home = join(directory, name);
  return startOwnServer({
    home,
    distribution: distributions[version],
    settings: { ...settings, wal_level: 'logical' },
  });
}

/** Only a superuser, or on RDS a member of rds_superuser, may publish and subscribe what is another role's. */
function asAdministrator({ adminUrl, url }: OwnServer): string {
  const address = new URL(adminUrl);
  address.pathname = new URL(url).pathname;
  return address.href;
}

function replicateWhileLoading(
  { steps }: RehearsalOptions,
  servers: Servers,
  deliveries: readonly Delivery[],
): Promise<void> {
  const third = deliveries.length / 3;
  const oldUrl = asAdministrator(servers.old);
  return withPool(oldUrl, (old) =>
    withPool(asAdministrator(servers.fresh), async (fresh) => {
      const load = (day: number, into = servers.old) =>
        withPool(into.url, (pool) => loadDeliveries(pool, deliveries.slice((day - 1) * third, day * third)));
      const tables = await publish(old);
      const copied = async () => {
        await subscribe(fresh, oldUrl, tables);
        await Promise.all([untilCopied(fresh), load(1)]);
      };
      await steps.time("every table is copied, while stores' days are loaded", copied);
      await steps.time("more stores' days are loaded into 16", () => load(2));
      const began = performance.now();
      await steps.time('WINDOW: nobody writes; 18 gets what is left', () => untilCaughtUp(old));
      await steps.time('WINDOW: sequences, statistics', () => takeOver(old, fresh), String);
      const seconds = (performance.now() - began) / 1000;
      steps.check(`read-only time ${seconds.toFixed(1)} s`, true);
      await proveAlike(steps, old, fresh);
      await steps.time("the next stores' days are loaded into 18", () => load(3, servers.fresh));
    }),
  );
}
