import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import { datePartitions, type DatePartition } from '../../postgres/index.ts';
import { readingSource, targetName, type TablePlan } from '../plan/table-plan.ts';
import type { Chunk } from './chunks.ts';

/** A column of dates that divides the target's table into partitions. */
export interface DayColumn {
  /** Quoted, in the file. */
  readonly name: string;
  /** Quoted, in the target. */
  readonly target: string;
  /** PostgreSQL's text of a chunk's day; undefined: it is no day's. */
  dayOf(chunk: string): string | undefined;
  readonly partitions: readonly DatePartition[];
}

/** The piece of what no partition holds: it is for the default partition, or for PostgreSQL to refuse. */
const rest = 'rest';

/** Undefined if the target is not divided so, or if the file has not the very dates that the target gets. */
export async function dayColumnOf(client: ClientBase, plan: TablePlan): Promise<DayColumn | undefined> {
  if (plan.action !== 'fill') return undefined;
  const found = await datePartitions(client, targetName(plan));
  const column = plan.columns.find(({ target }) => target === found?.column);
  if (!found || column?.duckType.id !== 'DATE' || column.carrier.read) return undefined;
  const { name, target } = column;
  return { name: quoteIdentifier(name), target: quoteIdentifier(target), dayOf, partitions: found.ranges };
}

/** A day as DuckDB prints it, which is a chunk's id. */
const printedDay = /^(?<day>\d{4,}-\d\d-\d\d|-?infinity)(?<era> \(BC\))?$/;

function dayOf(chunk: string): string | undefined {
  const { day, era } = printedDay.exec(chunk)?.groups ?? {};
  return day === undefined || era === undefined ? day : `${day} BC`;
}

/** The days that a plan reads, in their order, with their numbers of rows; last the rest, if there is one. */
export async function daysOf(duck: DuckDBConnection, plan: TablePlan, column: DayColumn): Promise<Chunk[]> {
  const { name, partitions } = column;
  const cases = partitions.map((range, place) => `WHEN ${within('day', range)} THEN ${place}`);
  const place = cases.length === 0 ? 'NULL' : `CASE ${cases.join(' ')} END`;
  const rows = await smallRowsJson(
    duck,
    `SELECT place, CASE WHEN place IS NOT NULL THEN day END::VARCHAR AS id, sum(n)::VARCHAR AS n
     FROM (SELECT *, ${place} AS place FROM (SELECT ${name}, count(*) ${readingSource(plan)} GROUP BY 1) AS days(day, n))
     GROUP BY 1, 2 ORDER BY place IS NULL, min(day)`,
  );
  return rows.map(({ place: at, id, n }): Chunk => {
    const partition = at === null ? undefined : partitions[Number(at)];
    if (!partition) return { id: rest, where: ofNone(column), into: targetName(plan), rows: Number(n) };
    return { id: String(id), where: from(name, id, id), into: partition.partition, rows: Number(n) };
  });
}

/** Chunks that follow each other without a gap, and go into one relation, in one condition. */
export interface Stretch {
  readonly chunks: readonly Chunk[];
  readonly where: string | undefined;
}

/** Joins those chosen of a table's days to stretches; `apart` says of two neighbours that they must not be in one. */
export function stretchesOf(
  { name }: DayColumn,
  all: readonly Chunk[],
  chosen: readonly Chunk[],
  apart: (one: Chunk, next: Chunk) => boolean,
): Stretch[] {
  const wanted = new Set(chosen.map(({ id }) => id));
  const runs: Chunk[][] = [];
  for (const [place, chunk] of all.entries()) {
    if (!wanted.has(chunk.id)) continue;
    const before = all[place - 1];
    const last = runs.at(-1);
    const goesOn = last !== undefined && before !== undefined && last.at(-1) === before && chunk.id !== rest;
    if (goesOn && !apart(before, chunk)) last.push(chunk);
    else runs.push([chunk]);
  }
  return runs.map((chunks) => {
    const [first, last] = [chunks[0], chunks.at(-1)];
    return { chunks, where: first === last ? first?.where : from(name, first?.id, last?.id) };
  });
}

/** DuckDB's SQL for the id of the piece that a day belongs to. */
export function idOfDay(column: DayColumn, day: string): string {
  const condition = ofNone({ ...column, name: day });
  return `CASE WHEN ${condition ?? 'true'} THEN ${quoteLiteral(rest)} ELSE ${day}::VARCHAR END`;
}

function from(name: string, first: unknown, last: unknown): string {
  return `${name} BETWEEN DATE ${quoteLiteral(String(first))} AND DATE ${quoteLiteral(String(last))}`;
}

/** The condition on what no partition holds; undefined: there are no partitions. */
function ofNone({ name, partitions }: DayColumn): string | undefined {
  if (partitions.length === 0) return undefined;
  return `(${partitions.map((range) => `(${within(name, range)})`).join(' OR ')}) IS NOT TRUE`;
}

function within(name: string, { from: first, to }: DatePartition): string {
  const bounds = [
    first === null ? [] : `${name} >= DATE '${first}'`,
    to === null ? [] : `${name} < DATE '${to}'`,
  ].flat();
  return bounds.length === 0 ? `${name} IS NOT NULL` : bounds.join(' AND ');
}
