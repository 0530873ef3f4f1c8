import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FluxionError, messageOf } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { RejectedRows } from '../plan/plan-tables.ts';
import { rejectLines } from '../plan/losses/reject-lines.ts';
import type { Migration } from './migration.ts';

/** How many rows each table leaves out, by its plan. */
export async function countRejects({ session, plan }: Migration): Promise<Map<RejectedRows['plan'], number>> {
  const counts = new Map<RejectedRows['plan'], number>();
  for (const { plan: table } of plan.rejects) {
    const sql = `SELECT count(*) AS n FROM ${table.from} WHERE ${table.rejected}`;
    const [row] = await smallRowsJson(session.duck, sql);
    counts.set(table, Number(row?.n));
  }
  return counts;
}

/**
 * Writes `TABLE.rejects.ndjson` for each table that leaves rows out, and takes away what an earlier run wrote of the others.
 * @throws FluxionError USAGE if they cannot be written; no row has moved then
 */
export async function writeRejects(migration: Migration): Promise<void> {
  const { rejects, tables } = migration.plan;
  const { rejectsDirectory: directory, onLoss } = migration.options;
  const hasEarlier = directory !== undefined && existsSync(directory);
  if (onLoss !== 'reject' || (rejects.length === 0 && !hasEarlier)) return;
  if (directory === undefined) throw new FluxionError('USAGE', 'Rows are to be rejected: say into which folder.');
  try {
    makeFolder(directory);
    for (const one of rejects) await writeFile(migration, join(directory, fileName(one.plan)), one);
    const whole = tables.filter(({ rejected }) => rejected === undefined);
    for (const plan of whole) rmSync(join(directory, fileName(plan)), { force: true });
  } catch (cause) {
    const message = `The rejected rows cannot be written to ${directory}: ${messageOf(cause)}. Give another folder with --rejects.`;
    throw new FluxionError('USAGE', message, { cause });
  }
}

/** With those that lead to it; Node's own way to make them all does not come back from one that the system makes itself. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Another one for every table: what a file's name may not hold, and a point within a name, are written as in a URL. */
function fileName({ target, source }: RejectedRows['plan']): string {
  const path = source.schema === 'main' ? [target.name] : [target.schema, target.name];
  return `${path.map(escaped).join('.')}.rejects.ndjson`;
}

function escaped(name: string): string {
  return name.replaceAll(/[/\\\0%.]/g, (character) => `%${Buffer.from(character).toString('hex').toUpperCase()}`);
}

async function writeFile({ session }: Migration, path: string, rejects: RejectedRows): Promise<void> {
  const result = await session.duck.stream(rejectLines(rejects));
  async function* lines(): AsyncGenerator<string> {
    for await (const rows of result.yieldRowsJson()) yield rows.map(([line]) => `${String(line)}\n`).join('');
  }
  await pipeline(lines, createWriteStream(path));
}
