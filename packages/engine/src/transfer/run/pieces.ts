import { FluxionError, quoteQualified } from '../../base/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { chunkDigests, divide, type Chunk, type Division } from '../copy/index.ts';
import { copiedChunks, noteFingerprint, ownTransactions, removeChunks, type CopiedChunk } from '../ledger/index.ts';
import { holdsRows } from '../plan/emptying.ts';
import { referringTables } from '../plan/referring-tables.ts';
import { relationName, targetName, type TablePlan } from '../plan/table-plan.ts';
import { settingsFor, type Migration } from './migration.ts';

/** A table's pieces: those that are to be copied, and those that are there. */
export interface TablePieces {
  readonly plan: TablePlan;
  readonly division: Division;
  readonly open: readonly Chunk[];
  readonly copied: readonly CopiedChunk[];
  /** The ids of those that were there before and are not the file's any more. */
  readonly stale: readonly string[];
}

/** Divides every table, and tells what the run has copied before, unless the file holds something else there now. */
export async function piecesOf(migration: Migration, run: string): Promise<TablePieces[]> {
  const { session, plan } = migration;
  const ledger = await copiedChunks(session.client, run);
  const all: TablePieces[] = [];
  for (const table of plan.tables) {
    const division = await divide(session.duck, session.client, table);
    const present = ledger.filter(({ target }) => target === targetName(table));
    const stale = await staleChunks(migration, table, division, present);
    const copied = present.filter(({ chunk }) => !stale.has(chunk));
    const there = new Set(copied.map(({ chunk }) => chunk));
    const open = division.chunks.filter(({ id }) => !there.has(id));
    all.push({ plan: table, division, open, copied, stale: [...stale] });
  }
  return anewWhereReferring(migration, all);
}

/**
 * Has all rows copied anew that may refer to stale ones by a foreign key of the target's own: it would keep those from being
 * taken out, or have PostgreSQL delete or change them, too.
 */
async function anewWhereReferring(
  { session: { client }, plan, options: { profile } }: Migration,
  all: readonly TablePieces[],
): Promise<TablePieces[]> {
  const stale = all.filter((pieces) => pieces.stale.length > 0).map((pieces) => relationName(pieces.plan));
  const referring = referringTables(stale, plan.relations);
  const own = new Set(all.map((pieces) => relationName(pieces.plan)));
  for (const table of referring) {
    if (own.has(`${table.schema}.${table.name}`) || !(await holdsRows(client, table, profile?.derived))) continue;
    const message = `${table.to} has changed in the file, and ${table.schema}.${table.name}, which refers to it, holds rows that are not the file's: they might change with it. Empty that table or drop its foreign key, then run the command again.`;
    throw new FluxionError('DATABASE_UNSUITABLE', message);
  }
  const names = new Set(referring.map(({ schema, name }) => `${schema}.${name}`));
  return all.map((pieces) => (names.has(relationName(pieces.plan)) ? anew(pieces) : pieces));
}

function anew(pieces: TablePieces): TablePieces {
  const { division, stale, copied } = pieces;
  return { ...pieces, open: division.chunks, copied: [], stale: [...stale, ...copied.map(({ chunk }) => chunk)] };
}

/**
 * The copied chunks of which the file says otherwise now, or nothing any more; of a file that is as it was, those that the
 * table is not divided into any more, since its partitions are others now.
 */
async function staleChunks(
  { session, approach }: Migration,
  plan: TablePlan,
  division: Division,
  copied: readonly CopiedChunk[],
): Promise<Set<string>> {
  const there = new Set(copied.map(({ chunk }) => chunk));
  const known = division.chunks.filter(({ id }) => there.has(id));
  const digests = approach.changed ? await chunkDigests(session.duck, plan, division, known) : undefined;
  const ids = new Set(known.map(({ id }) => id));
  const isSame = ({ chunk, digest }: CopiedChunk) => (digests ? digests.get(chunk) === digest : ids.has(chunk));
  return new Set(copied.filter((one) => !isSame(one)).map(({ chunk }) => chunk));
}

/**
 * Takes the rows of stale chunks out of the target, those of referring tables first. From then on, and no sooner, the run is
 * one of the file as it is now: a run that is interrupted before must still be known for one of another state.
 */
export async function removeStale(migration: Migration, run: string, pieces: readonly TablePieces[]): Promise<void> {
  const { client, source } = migration.session;
  await inTransaction(client, async () => {
    await removeDerived(migration, run, pieces);
    for (const { plan, division, stale } of pieces.toReversed()) {
      for (const setting of settingsFor(migration, plan.action)) await client.query(setting);
      await removeChunks(client, run, targetName(plan), stale, division.column);
    }
    await noteFingerprint(client, run, source.fingerprint());
  });
}

/** Takes out what was derived of tables that are stale, or refer to what is; but for rows of the file's own that look like it. */
async function removeDerived(migration: Migration, run: string, pieces: readonly TablePieces[]): Promise<void> {
  const { session, options, plan } = migration;
  const stale = pieces.filter((table) => table.stale.length > 0).map((table) => relationName(table.plan));
  const referring = referringTables(stale, plan.relations).map(({ schema, name }) => `${schema}.${name}`);
  const concerned = new Set([...stale, ...referring]);
  const own = await ownTransactions(session.client, run);
  for (const setting of settingsFor(migration, 'fill')) await session.client.query(setting);
  for (const { schema, name } of plan.relations) {
    const condition = options.profile?.derived[`${schema}.${name}`];
    if (condition === undefined || !concerned.has(`${schema}.${name}`)) continue;
    const others = `(${condition}) AND xmin::text <> ALL($1)`;
    await session.client.query(`DELETE FROM ${quoteQualified(schema, name)} WHERE ${others}`, [own]);
  }
}
