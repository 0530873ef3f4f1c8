import { FluxionError } from '../../base/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { chunksOf, type Chunk, chunkDigests } from '../copy/index.ts';
import { copiedChunks, noteFingerprint, removeChunks, type CopiedChunk } from '../ledger/index.ts';
import { holdsRows } from '../plan/emptying.ts';
import { referringTables } from '../plan/referring-tables.ts';
import { relationName, targetName, type TablePlan } from '../plan/table-plan.ts';
import { settingsFor, type Migration } from './migration.ts';

/** A table's pieces: those that are to be copied, and those that are there. */
export interface TablePieces {
  readonly plan: TablePlan;
  readonly chunks: readonly Chunk[];
  readonly open: readonly Chunk[];
  readonly copied: readonly CopiedChunk[];
  /** How many were there before and are not the file's any more. */
  readonly removed: number;
}

/** Divides every table, and leaves out what the run has copied before, unless the file holds something else there now. */
export async function piecesOf(migration: Migration, run: string): Promise<TablePieces[]> {
  const { session, plan, approach } = migration;
  const ledger = await copiedChunks(session.client, run);
  const all: TablePieces[] = [];
  for (const table of plan.tables) {
    const chunks = await chunksOf(session.duck, session.client, table);
    const copied = ledger.filter(({ target }) => target === targetName(table));
    const stale = approach.changed ? await staleChunks(migration, table, chunks, copied) : new Set<string>();
    const kept = copied.filter(({ chunk }) => !stale.has(chunk));
    const open = chunks.filter(({ id }) => !kept.some(({ chunk }) => chunk === id));
    all.push({ plan: table, chunks, open, copied: kept, removed: stale.size });
  }
  if (!approach.changed) return all;
  const withReferring = await anewWhereReferring(migration, all);
  await removeStale(migration, run, withReferring);
  return withReferring;
}

/**
 * Has all rows copied anew that may refer to stale ones by a foreign key of the target's own: it would keep those from being
 * taken out, or have PostgreSQL delete or change them, too.
 */
async function anewWhereReferring(
  { session: { client }, plan }: Migration,
  all: readonly TablePieces[],
): Promise<TablePieces[]> {
  const stale = all.filter(({ removed }) => removed > 0).map((pieces) => relationName(pieces.plan));
  const referring = referringTables(stale, plan.relations);
  const own = new Set(all.map((pieces) => relationName(pieces.plan)));
  for (const table of referring) {
    if (own.has(`${table.schema}.${table.name}`) || !(await holdsRows(client, table))) continue;
    const message = `${table.to} has changed in the file, and ${table.schema}.${table.name}, which refers to it, holds rows that are not the file's: they might change with it. Empty that table or drop its foreign key, then run the command again.`;
    throw new FluxionError('DATABASE_UNSUITABLE', message);
  }
  const names = new Set(referring.map(({ schema, name }) => `${schema}.${name}`));
  return all.map((pieces) => (names.has(relationName(pieces.plan)) ? anew(pieces) : pieces));
}

function anew(pieces: TablePieces): TablePieces {
  return { ...pieces, open: pieces.chunks, copied: [], removed: pieces.removed + pieces.copied.length };
}

/** The copied chunks of which the file says otherwise now, or nothing any more. */
async function staleChunks(
  { session }: Migration,
  plan: TablePlan,
  chunks: readonly Chunk[],
  copied: readonly CopiedChunk[],
): Promise<Set<string>> {
  const known = chunks.filter(({ id }) => copied.some(({ chunk }) => chunk === id));
  const digests = await chunkDigests(session.duck, plan, known);
  return new Set(copied.filter(({ chunk, digest }) => digests.get(chunk) !== digest).map(({ chunk }) => chunk));
}

/**
 * Takes the rows of stale chunks out of the target, those of referring tables first. From then on, and no sooner, the run is
 * one of the file as it is now: a run that is interrupted before must still be known for one of another state.
 */
async function removeStale(migration: Migration, run: string, pieces: readonly TablePieces[]): Promise<void> {
  const { client, source } = migration.session;
  await inTransaction(client, async () => {
    for (const { plan, copied } of pieces.toReversed()) {
      for (const setting of settingsFor(migration, plan.action)) await client.query(setting);
      const keep = copied.map(({ chunk }) => chunk);
      await removeChunks(client, run, targetName(plan), keep);
    }
    await noteFingerprint(client, run, source.fingerprint());
  });
}
