import { join } from 'node:path';
import { bringChain, makeChainFile } from '../lib/chain.ts';
import { noteChanges } from '../lib/copy-of-service.ts';
import { writeDeliveries, type Delivery } from '../lib/deliveries.ts';
import { startOwnServer, type OwnServer } from '../lib/own-server.ts';
import type { RehearsalOptions } from '../lib/rehearsal.ts';
import { archivingTo, makeArchive } from './archive.ts';

/** What is there before anything happens. */
export interface Scene extends RehearsalOptions {
  readonly server: OwnServer;
  /** Folders: where the log is archived, where the base backup goes, and where a service keeps its columnar copy. */
  readonly archive: string;
  readonly backup: string;
  readonly copyFolder: string;
  /** What the stores deliver, by when it is loaded. */
  readonly deliveries: {
    readonly duringBackup: readonly Delivery[];
    readonly afterBackup: readonly Delivery[];
    readonly afterMistake: readonly Delivery[];
    readonly notArchived: readonly Delivery[];
  };
}

const days = 4;

/** A chain on a server that archives its log, and what its stores will deliver. */
export async function setScene(options: RehearsalOptions): Promise<Scene> {
  const { directory, distribution, rows, settings, steps } = options;
  const archive = await makeArchive(join(directory, 'archive'));
  const chain = await steps.time("a chain's DuckDB file", () => makeChainFile(directory, rows));
  const home = join(directory, 'production');
  const server = await startOwnServer({ home, distribution, settings: { ...settings, ...archivingTo(archive) } });
  await steps.time('the chain in PostgreSQL, which archives its log', async () => {
    await bringChain(server.url, chain.file);
    await noteChanges(server.url);
  });
  const all = await writeDeliveries(chain.file, directory, chain.to, days);
  const ofDay = (n: number) => all.slice(((n - 1) * all.length) / days, (n * all.length) / days);
  return {
    ...options,
    server,
    archive,
    backup: join(directory, 'backup'),
    copyFolder: join(directory, 'copy'),
    deliveries: {
      duringBackup: ofDay(1),
      afterBackup: ofDay(2),
      afterMistake: ofDay(3),
      notArchived: ofDay(4).slice(0, 1),
    },
  };
}
