import type { DuckDBConnection } from '@duckdb/node-api';
import { fastText, fastTextLayer } from './text.ts';
import { dateFormOf, type DateForm } from './forms.ts';
import { usualLines } from './usual-lines.ts';
import { hasText, typedColumns, type Delivered } from '../lines.ts';
import { countOf } from '../rows/tables.ts';
import type { InterpretOptions } from '../types.ts';

/** Enough lines to see the form of dates. */
const sampleLines = 200;

/** More lines than these are not deleted, but left behind by a new table. */
const fewDeleted = 50_000;

/** The raw table's row that a line comes from, if the line is not of the usual forms. */
const odd = '"odd:row"';

/**
 * Makes the table `rows` of the lines of the usual forms, and the table `rest` of the others, if there are any, as they are in
 * the raw table.
 * @returns how many are in `rows`
 */
export async function readUsual(
  { duck, raw, tables, rest }: Pick<InterpretOptions, 'duck' | 'raw' | 'tables'> & { readonly rest: string },
  delivered: Delivered,
): Promise<number> {
  const { rows } = tables;
  const numbered = `(SELECT *, rowid AS "raw:row" FROM ${raw})`;
  const { from, accepted } = usualLines(numbered, delivered, await dateForms(duck, raw, delivered));
  const columns = typedColumns(delivered).map(({ name, value }) => `${value} AS ${name}`);
  // One pass reads every line: a second one, for the others, would read all of them again to find them.
  await duck.run(
    `CREATE OR REPLACE TABLE ${rows} AS
     SELECT ${columns.join(', ')}, CASE WHEN ${accepted} THEN NULL ELSE "raw:row" END AS ${odd} FROM ${from}`,
  );
  const others = await countOf(duck, `${rows} WHERE ${odd} IS NOT NULL`);
  if (others > 0) {
    const texts = ['line', ...delivered.fields.filter(({ isColumn }) => isColumn).map(({ raw: text }) => text)];
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE ${rest} AS SELECT ${texts.join(', ')} FROM ${raw}
       WHERE rowid IN (SELECT ${odd} FROM ${rows} WHERE ${odd} IS NOT NULL)`,
    );
  }
  if (others > fewDeleted) {
    // What is deleted stays in memory until it is done.
    await duck.run(`CREATE OR REPLACE TABLE ${rows} AS SELECT * EXCLUDE (${odd}) FROM ${rows} WHERE ${odd} IS NULL`);
  } else {
    if (others > 0) await duck.run(`DELETE FROM ${rows} WHERE ${odd} IS NOT NULL`);
    await duck.run(`ALTER TABLE ${rows} DROP COLUMN ${odd}`);
  }
  return countOf(duck, rows);
}

async function dateForms(duck: DuckDBConnection, raw: string, { fields, formats }: Delivered) {
  const forms = new Map<string, DateForm>();
  for (const field of fields.filter(hasText)) {
    const { kind } = field.spec.type;
    if (kind !== 'date' && kind !== 'instant') continue;
    const text = fastTextLayer(field, formats.told.nullTexts)[fastText(field)] ?? 'NULL';
    const sample = `(SELECT * FROM ${raw} LIMIT ${sampleLines})`;
    const form = await dateFormOf(duck, sample, text, { order: formats.dateOrder, withTime: kind === 'instant' });
    if (form) forms.set(field.name, form);
  }
  return forms;
}
