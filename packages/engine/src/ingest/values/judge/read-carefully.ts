import { quoteIdentifier } from '../../../base/index.ts';
import { fault, judgedLines, wideOf } from './judge.ts';
import { secondTable, secondTimes } from './second-times.ts';
import { typedColumns, type Delivered } from '../lines.ts';
import { countOf } from '../rows/sums-of.ts';
import type { InterpretOptions } from '../types.ts';

const judged = '"values_judged"';

/**
 * Adds the lines of `rest` that can be read to `rows`, and makes the table `rejects` of the others; drops `rest`.
 * @returns how many are in `rejects`
 */
export async function readCarefully(
  { duck, tables, mapping, rest }: Pick<InterpretOptions, 'duck' | 'tables' | 'mapping'> & { readonly rest: string },
  delivered: Delivered,
): Promise<number> {
  const { totals } = mapping.feed;
  const columns = typedColumns(delivered);
  const scaleOf = (name: string) => {
    const type = delivered.fields.find((field) => field.name === name)?.spec.type;
    return type?.kind === 'decimal' ? type.scale : 0;
  };
  const hasSecond = await secondTimes(duck, rest, delivered);
  const from = hasSecond
    ? `(SELECT r.*, s.row IS NOT NULL AS "second" FROM ${rest} r LEFT JOIN ${secondTable} s ON r.rowid = s.row)`
    : rest;
  const wides = totals.map((name) => {
    const known = delivered.fields.find((field) => field.name === name);
    const value = known && (known.raw ?? known.standIn ?? known.product) !== undefined ? wideOf(name) : 'NULL';
    return `${value}::DECIMAL(38, ${scaleOf(name)}) AS ${wideOf(name)}`;
  });
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${judged} AS
     SELECT ${[...columns.map(({ name, value }) => `${value} AS ${name}`), ...Object.values(fault), ...wides].join(', ')}
     FROM (${judgedLines(from, delivered, hasSecond ? '"second"' : undefined)})`,
  );
  await duck.run(
    `INSERT INTO ${tables.rows} SELECT ${columns.map(({ name }) => name).join(', ')} FROM ${judged} WHERE ${fault.field} IS NULL`,
  );
  await duck.run(rejectsTable(tables.rejects, delivered, totals));
  for (const table of [judged, secondTable, rest]) await duck.run(`DROP TABLE IF EXISTS ${table}`);
  return countOf(duck, tables.rejects);
}

function rejectsTable(rejects: string, { isStoreDay, fields }: Delivered, totals: readonly string[]): string {
  const store = fields.some(({ name }) => name === 'ubicacion_id') ? 'ubicacion_id' : 'NULL::VARCHAR AS ubicacion_id';
  const amounts = totals.map((name) => `${wideOf(name)} AS ${quoteIdentifier(name)}`);
  return `CREATE OR REPLACE TABLE ${rejects} AS
    SELECT line, ${fault.field} AS field, ${fault.value} AS value, ${fault.reason} AS reason, ${store},
      ${[isStoreDay ? 'fecha' : 'NULL::DATE AS fecha', ...amounts].join(', ')}
    FROM ${judged} WHERE ${fault.field} IS NOT NULL`;
}
