import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { FluxionError, messageOf, quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import { conditionOf, type Loss } from '../plan/losses.ts';
import type { RejectedRows } from '../plan/plan-tables.ts';
import type { TablePlan } from '../plan/table-plan.ts';
import type { Migration } from './migration.ts';

/** How many rows each table leaves out, by its name in the target. */
export async function countRejects({ session, plan }: Migration): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { plan: table } of plan.rejects) {
    const sql = `SELECT count(*) AS n FROM ${table.from} WHERE ${table.rejected}`;
    const [row] = await smallRowsJson(session.duck, sql);
    counts.set(table.target.name, Number(row?.n));
  }
  return counts;
}

/**
 * Writes `TABLE.rejects.ndjson` for each table that leaves rows out: one JSON object for each value that the target cannot
 * hold, with the row's key, the column, the value as DuckDB prints it, and the reason.
 * @throws FluxionError USAGE if they cannot be written; no row has moved then
 */
export async function writeRejects({ session, options, plan }: Migration): Promise<void> {
  if (plan.rejects.length === 0) return;
  const { rejectsDirectory: directory } = options;
  if (directory === undefined) throw new FluxionError('USAGE', 'Rows are to be rejected: say into which folder.');
  try {
    await mkdir(directory, { recursive: true });
    for (const rejects of plan.rejects) await writeFile(session.duck, join(directory, fileName(rejects)), rejects);
  } catch (cause) {
    const message = `The rejected rows cannot be written to ${directory}: ${messageOf(cause)}. Give another folder with --rejects.`;
    throw new FluxionError('USAGE', message, { cause });
  }
}

/** A table's name may hold what a file's name may not. */
function fileName({ plan: { target, source } }: RejectedRows): string {
  const name = source.schema === 'main' ? target.name : `${target.schema}.${target.name}`;
  return `${name.replaceAll(/[/\\\0]/g, '_')}.rejects.ndjson`;
}

async function writeFile(duck: DuckDBConnection, path: string, { plan, losses }: RejectedRows): Promise<void> {
  const sql = losses.map((loss) => `SELECT ${lineOf(plan, loss)} FROM ${plan.from} WHERE ${conditionOf(loss)}`);
  const result = await duck.stream(sql.join(' UNION ALL '));
  async function* lines(): AsyncGenerator<string> {
    for await (const rows of result.yieldRowsJson()) yield rows.map(([line]) => `${String(line)}\n`).join('');
  }
  await pipeline(lines, createWriteStream(path));
}

function lineOf(plan: TablePlan, { column, forbidden }: Loss): string {
  const value = `CAST(${quoteIdentifier(column.name)} AS VARCHAR)`;
  const fields = [
    `key := ${keyOf(plan)}`,
    `"column" := ${quoteLiteral(column.name)}`,
    `value := ${value}`,
    `reason := ${quoteLiteral(forbidden.one)}`,
  ];
  return `CAST(to_json(struct_pack(${fields.join(', ')})) AS VARCHAR)`;
}

/** The columns that tell a row from the others; without any, where it stands in the file; without that, all it holds. */
function keyOf(plan: TablePlan): string {
  const key = plan.columns.filter(({ target }) => plan.key.includes(target));
  if (key.length === 0 && plan.whole) return 'struct_pack(rowid := rowid)';
  const names = (key.length > 0 ? key : plan.columns).map(({ name }) => quoteIdentifier(name));
  return `struct_pack(${names.map((name) => `${name} := CAST(${name} AS VARCHAR)`).join(', ')})`;
}
