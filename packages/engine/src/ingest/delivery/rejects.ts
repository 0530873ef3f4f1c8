import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pool } from 'pg';
import { quoteIdentifier } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { RejectedLine, Sums } from '../report.ts';
import type { Understood } from './understand.ts';

/** A rejected line, with the unit that it would have belonged to as far as that can be read. */
export interface Reject extends RejectedLine {
  readonly ubicacionId: string | null;
  readonly fecha: string | null;
}

/** The lines of a delivery that are not loaded, in their order, each as it stands in the file. */
export async function rejectsOf(duck: DuckDBConnection, understood: Understood): Promise<readonly Reject[]> {
  const { tables, unreadable, records } = understood;
  const found = await smallRowsJson(
    duck,
    `SELECT line::VARCHAR AS line, field, value, reason, ubicacion_id AS store, fecha::VARCHAR AS day FROM ${tables.rejects}`,
  );
  const texts = await records.textOf(new Set(found.map(({ line }) => Number(line))));
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const ofValues = found.map((row): Reject => ({
    line: Number(row['line']),
    field: text(row['field']) ?? undefined,
    value: text(row['value']) ?? undefined,
    reason: String(row['reason']),
    text: texts.get(Number(row['line'])) ?? '',
    ubicacionId: text(row['store']),
    fecha: text(row['day']),
  }));
  const ofLines = unreadable.map((record): Reject => ({
    ...record,
    field: undefined,
    value: undefined,
    ubicacionId: null,
    fecha: null,
  }));
  return [...ofValues, ...ofLines].toSorted((left, right) => left.line - right.line);
}

/** Sums of the rejected lines' readable amounts. */
export async function rejectedSums(duck: DuckDBConnection, { tables, mapping }: Understood): Promise<Sums> {
  const sums = mapping.feed.totals.map(
    (name) => `coalesce(sum(${quoteIdentifier(name)}), 0)::VARCHAR AS ${quoteIdentifier(name)}`,
  );
  if (sums.length === 0) return {};
  const [found] = await smallRowsJson(duck, `SELECT ${sums.join(', ')} FROM ${tables.rejects}`);
  return Object.fromEntries(Object.entries(found ?? {}).map(([name, sum]) => [name, String(sum)]));
}

/** PostgreSQL's text holds no NUL: its picture stands for it. */
const storable = (text: string) => text.replaceAll('\0', '\u2400');

/** Puts rejected lines into the ledger. */
export async function keepRejects(pool: Pool, delivery: string, rejects: readonly Reject[]): Promise<void> {
  for (let first = 0; first < rejects.length; first += 1000) {
    const part = rejects.slice(first, first + 1000).map(({ line, field, value, reason, text, ubicacionId, fecha }) => ({
      line,
      field,
      value: value === undefined ? undefined : storable(value),
      reason,
      text: storable(text),
      store: ubicacionId,
      day: fecha,
    }));
    await pool.query(
      `INSERT INTO public.rechazos (entrega_id, linea, columna, valor, razon, texto, ubicacion_id, fecha)
       SELECT $1, line, field, value, reason, text, store, day
       FROM json_to_recordset($2) AS r (line bigint, field text, value text, reason text, text text, store text, day date)`,
      [delivery, JSON.stringify(part)],
    );
  }
}
