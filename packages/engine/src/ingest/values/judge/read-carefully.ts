import { fault, judgedLines, wideOf } from './judge.ts';
import { secondTable, secondTimes } from './second-times.ts';
import { typedColumns, type Delivered } from '../lines.ts';
import type { InterpretOptions } from '../types.ts';

const judged = '"values_judged"';

/** Adds the lines of `rest` that can be read to `rows`, and the others to `rejects`. */
export async function readCarefully(
  { duck, tables, mapping, rest }: Pick<InterpretOptions, 'duck' | 'tables' | 'mapping'> & { readonly rest: string },
  delivered: Delivered,
): Promise<void> {
  const { totals } = mapping.feed;
  const columns = typedColumns(delivered);
  const hasSecond = await secondTimes(duck, rest, delivered);
  const from = hasSecond
    ? `(SELECT r.*, s.row IS NOT NULL AS "second" FROM ${rest} r LEFT JOIN ${secondTable} s ON r.rowid = s.row)`
    : rest;
  const known = delivered.fields.filter(({ raw, standIn, product }) => (raw ?? standIn ?? product) !== undefined);
  const wides = totals.map((name) => (known.some((field) => field.name === name) ? wideOf(name) : 'NULL'));
  const faults = [fault.field, fault.value, fault.reason];
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${judged} AS
     SELECT ${[
       ...columns.map(({ name, value }) => `${value} AS ${name}`),
       ...faults,
       ...wides.map((wide, index) => `${wide} AS ${wideOf(totals[index] ?? '')}`),
     ].join(', ')}
     FROM (${judgedLines(from, delivered, hasSecond ? '"second"' : undefined)})`,
  );
  await duck.run(
    `INSERT INTO ${tables.rows} SELECT ${columns.map(({ name }) => name).join(', ')} FROM ${judged} WHERE ${fault.field} IS NULL`,
  );
  const store = columns.some(({ name }) => name === '"ubicacion_id"') ? '"ubicacion_id"' : 'NULL';
  const day = delivered.isStoreDay ? '"fecha"' : 'NULL';
  await duck.run(
    `INSERT INTO ${tables.rejects}
     SELECT ${['line', ...faults, store, day, ...totals.map(wideOf)].join(', ')} FROM ${judged} WHERE ${fault.field} IS NOT NULL`,
  );
  for (const table of [judged, secondTable]) await duck.run(`DROP TABLE IF EXISTS ${table}`);
}
