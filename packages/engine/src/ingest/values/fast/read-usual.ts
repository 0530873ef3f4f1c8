import type { DuckDBConnection } from '@duckdb/node-api';
import { fastText, fastTextLayer } from './text.ts';
import { dateFormOf, type DateForm } from './forms.ts';
import { usualLines } from './usual-lines.ts';
import { hasText, typedColumns, type Delivered } from '../lines.ts';
import { countOf } from '../rows/sums-of.ts';
import type { InterpretOptions } from '../types.ts';

/** Enough lines to see the form of dates. */
const sampleLines = 200;

/**
 * Makes the table `rows` of the lines of the usual forms, and the table `rest` of the others, as they are in the raw table.
 * @returns how many are in `rows`
 */
export async function readUsual(
  { duck, raw, tables, rest }: Pick<InterpretOptions, 'duck' | 'raw' | 'tables'> & { readonly rest: string },
  delivered: Delivered,
  lines: number,
): Promise<number> {
  const { from, accepted } = usualLines(raw, delivered, await dateForms(duck, raw, delivered));
  const columns = typedColumns(delivered).map(({ name, value }) => `${value} AS ${name}`);
  await withoutPushdown(duck, async () => {
    await duck.run(
      `CREATE OR REPLACE TABLE ${tables.rows} AS SELECT ${columns.join(', ')} FROM ${from} WHERE ${accepted}`,
    );
  });
  const usual = await countOf(duck, tables.rows);
  const others = usual === lines ? 'false' : `(${accepted}) IS NOT TRUE`;
  const texts = ['line', ...delivered.fields.filter(({ isColumn }) => isColumn).map(({ raw: text }) => text)];
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${rest} AS SELECT ${texts.join(', ')} FROM ${usual === lines ? raw : from} WHERE ${others}`,
  );
  return usual;
}

/** A condition on a worked-out value would be moved below it, and the value be worked out twice. */
async function withoutPushdown(duck: DuckDBConnection, work: () => Promise<void>): Promise<void> {
  await duck.run(`SET disabled_optimizers = 'filter_pushdown'`);
  try {
    await work();
  } finally {
    await duck.run('RESET disabled_optimizers');
  }
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
