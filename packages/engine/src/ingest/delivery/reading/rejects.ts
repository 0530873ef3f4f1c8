import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase, Pool } from 'pg';
import { FluxionError, quoteIdentifier } from '../../../base/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { RejectedLine, Sums } from '../../report.ts';
import type { DeliveryContext } from '../context.ts';
import type { Understood } from './understand.ts';

/** Lines that are told of a delivery that is refused for having too many of them. */
const toldOfRefused = 20;

/** Notes in the draft which lines cannot be loaded, and the sums of their amounts. */
export async function noteRejects(context: DeliveryContext, understood: Understood): Promise<void> {
  const { duck, draft } = context;
  const [found] = await smallRowsJson(duck, `SELECT count(*)::INTEGER AS count FROM ${understood.tables.rejects}`);
  draft.rejected = understood.unreadable.length + Number(found?.['count']);
  draft.rejects = await rejectsOf(duck, understood, isTooMany(context) ? toldOfRefused : draft.rejected);
  draft.sums = { ...draft.sums, rejected: await rejectedSums(duck, understood) };
}

/** The first lines that are not loaded, in their order, each as it stands in the file. */
async function rejectsOf(
  duck: DuckDBConnection,
  understood: Understood,
  most: number,
): Promise<readonly RejectedLine[]> {
  const { tables, unreadable, records } = understood;
  const found = await smallRowsJson(
    duck,
    `SELECT line::VARCHAR AS line, field, value, reason, ubicacion_id AS store, fecha::VARCHAR AS day FROM ${tables.rejects}
     ORDER BY ${tables.rejects}.line LIMIT ${most}`,
  );
  const texts = await records.textOf(new Set(found.map(({ line }) => Number(line))));
  const place = (line: number) => records.place?.(line) ?? { file: undefined, line };
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const ofValues = found.map((row) => ({
    line: Number(row['line']),
    field: text(row['field']) ?? undefined,
    value: text(row['value']) ?? undefined,
    reason: String(row['reason']),
    text: texts.get(Number(row['line'])) ?? '',
    ubicacionId: text(row['store']),
    fecha: text(row['day']),
  }));
  const ofLines = unreadable.map((record) => ({
    ...record,
    field: undefined,
    value: undefined,
    ubicacionId: null,
    fecha: null,
  }));
  return [...ofValues, ...ofLines]
    .toSorted((left, right) => left.line - right.line)
    .slice(0, most)
    .map((reject) => ({ ...reject, ...place(reject.line) }));
}

/** Sums of the rejected lines' readable amounts. */
async function rejectedSums(duck: DuckDBConnection, { tables, mapping }: Understood): Promise<Sums> {
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
export async function keepRejects(
  db: Pool | ClientBase,
  delivery: string,
  rejects: readonly RejectedLine[],
): Promise<void> {
  for (let first = 0; first < rejects.length; first += 1000) {
    const part = rejects
      .slice(first, first + 1000)
      .map(({ file, line, field, value, reason, text, ubicacionId, fecha }, index) => ({
        number: first + index + 1,
        file: file ?? '',
        line,
        field,
        value: value === undefined ? undefined : storable(value),
        reason,
        text: storable(text),
        store: ubicacionId,
        day: fecha,
      }));
    await db.query(
      `INSERT INTO public.rechazos (entrega_id, numero, archivo, linea, columna, valor, razon, texto, ubicacion_id, fecha)
       SELECT $1, number, file, line, field, value, reason, text, store, day
       FROM json_to_recordset($2) AS r (number integer, file text, line bigint, field text, value text, reason text, text text, store text, day date)`,
      [delivery, JSON.stringify(part)],
    );
  }
}

/** Rejected lines that a delivery may have unless told otherwise. */
export const usualMaxErrors = 1000;

/**
 * Refuses a delivery of which too much is unreadable: it is most likely not what it was taken for, and a day would be
 * replaced by the rest of it.
 * @throws FluxionError FEED_REFUSED
 */
export function refuseTooMany(context: DeliveryContext): void {
  const { rejected, read, rejects } = context.draft;
  if (!isTooMany(context)) return;
  throw new FluxionError(
    'FEED_REFUSED',
    `${rejected} of ${read} lines cannot be loaded (the first: ${rejects.slice(0, 1).map(placeOf).join('')}); nothing was loaded. Mend the file or how it is described, or allow as many with --max-errors ${rejected}.`,
  );
}

function isTooMany({ draft: { rejected, read }, maxErrors }: DeliveryContext): boolean {
  if (maxErrors !== undefined) return rejected > maxErrors;
  return rejected > usualMaxErrors || rejected * 2 > read;
}

/** Where a line is and what is wrong with it, in one clause. */
function placeOf({ file, line, field, value, reason }: RejectedLine): string {
  const place = file === undefined ? `line ${line}` : `${file}, line ${line}`;
  if (field === undefined) return `${place} ${reason}`;
  return `${place}, ${field} ${value === undefined ? '' : `"${value.slice(0, 50)}" `}${reason}`;
}
