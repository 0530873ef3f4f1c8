import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteLiteral } from '../../../base/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { ValueFormats } from '../../../sources/index.ts';
import type { Field } from '../fields.ts';
import { column, layered, sideBySide } from '../layers.ts';
import { dateKind, kindOf, numberKind } from './kinds.ts';
import { trimmedText } from '../texts/text.ts';

/** A value that tells how the delivery's values are written, or that could be read either way. */
export interface Witness {
  readonly line: string;
  readonly field: string;
  readonly text: string;
}

/** The first witness of each kind: of decimal signs '.' and ',', of orders 'dmy' and 'mdy', and the unclear ones. */
export interface Evidence {
  readonly decimal: Readonly<Partial<Record<'.' | ',' | 'unclear', Witness>>>;
  readonly dateOrder: Readonly<Partial<Record<'dmy' | 'mdy' | 'unclear', Witness>>>;
}

interface SurveyOptions {
  readonly duck: DuckDBConnection;
  /** A relation for FROM, with the columns of the raw table. */
  readonly from: string;
  readonly fields: readonly Field[];
  readonly told: ValueFormats;
  readonly assertedDate: string | undefined;
}

/** Looks at every number and date of a relation for what tells how they are written. */
export async function survey({ duck, from, fields, told, assertedDate }: SurveyOptions): Promise<Evidence> {
  const columns = fields.filter(({ isColumn }) => isColumn);
  const numbers = told.decimal ? [] : columns.filter(({ spec }) => isNumber(spec.type.kind));
  const dates = told.dateOrder ? [] : columns.filter(({ spec }) => isDate(spec.type.kind));
  if (numbers.length + dates.length === 0) return { decimal: {}, dateOrder: {} };
  const texts = sideBySide([...numbers, ...dates].map((field) => ({ layers: trimmedText(field, told) })));
  const kinds = sideBySide([
    ...numbers.map(({ name }) => ({ layers: numberKind(name) })),
    ...dates.map(({ name }) => ({
      layers: dateKind(name, name === 'fecha' || name === 'fecha_hora' ? assertedDate : undefined),
    })),
  ]);
  const lines = layered(from, [...texts, ...kinds]);
  const witnesses = (some: readonly Field[], values: readonly string[]) =>
    some.flatMap(({ name }, index) =>
      values.map((value) => {
        const those = `FILTER (${kindOf(name)} = '${value}')`;
        const text = column('text', name);
        return `struct_pack(line := min(line) ${those}, field := ${quoteLiteral(name)}, text := arg_min(${text}, line) ${those},
          kind := '${value}', rank := ${index})`;
      }),
    );
  const all = [...witnesses(numbers, ['.', ',', 'number']), ...witnesses(dates, ['dmy', 'mdy', 'date'])];
  const found = await smallRowsJson(
    duck,
    `SELECT w.line::VARCHAR AS line, w.field AS field, w.text AS text, w.kind AS kind
     FROM (SELECT unnest([${all.join(', ')}]) AS w FROM (${lines})) WHERE w.line IS NOT NULL ORDER BY w.line, w.rank`,
  );
  const first = (name: string, of = name) => {
    const row = found.find((one) => one['kind'] === of);
    if (!row) return {};
    const witness: Witness = { line: String(row['line']), field: String(row['field']), text: String(row['text']) };
    return { [name]: witness };
  };
  return {
    decimal: { ...first('.'), ...first(','), ...first('unclear', 'number') },
    dateOrder: { ...first('dmy'), ...first('mdy'), ...first('unclear', 'date') },
  };
}

const isNumber = (type: string) => type === 'decimal' || type === 'integer';
const isDate = (type: string) => type === 'date' || type === 'instant';
