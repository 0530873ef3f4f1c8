import {
  dateColumn,
  decimalColumn,
  instantColumn,
  integerColumn,
  booleanColumn,
  orNull,
  textColumn,
} from '@fluxion/contract';
import type { Cell, Column, Table, TipoConsulta } from '@fluxion/contract';
import type { SqlAnswer } from '@fluxion/engine/mirror';
import { Type } from 'typebox';

/** What a statement answered, as the API gives it. */
export interface SqlTableAnswer {
  readonly table: Table;
  readonly columns: { nombre: string; tipo: TipoConsulta }[];
  readonly rows: Cell[][];
}

interface Reading {
  readonly tipo: TipoConsulta;
  readonly column: Column;
  readonly cell: (text: string) => Cell;
}

const text: Reading = { tipo: 'texto', column: orNull(textColumn()), cell: (value) => value };
const integer: Reading = { tipo: 'entero', column: orNull(integerColumn()), cell: Number };
const boolean: Reading = { tipo: 'logico', column: orNull(booleanColumn()), cell: (value) => value === 'true' };
const date: Reading = { tipo: 'fecha', column: orNull(dateColumn()), cell: (value) => value };
const instant: Reading = { tipo: 'instante', column: orNull(instantColumn()), cell: (value) => value };
const decimal = (scale: number, cell = (value: string) => value): Reading => ({
  tipo: 'decimal',
  column: orNull(decimalColumn(scale)),
  cell,
});

/** Numbers of two are given with so many digits behind the point at most: they are measures, not money. */
const doubleDigits = 12;
const mostDouble = 1e20;
const plainDouble = (value: string): string =>
  Number(value)
    .toFixed(doubleDigits)
    .replace(/\.?0+$/, '');

const whole = /^U?(?:TINY|SMALL|BIG)?INT(?:EGER)?$/;
const plainDate = /^[12]\d{3}-\d\d-\d\d$/;
const plainInstant = /^[12]\d{3}-\d\d-\d\dT[\d:.]+Z$/;

/** How the values of a column of DuckDB's are read; as texts where one of them does not fit the type. */
function readingOf(type: string, values: readonly string[]): Reading {
  const all = (fits: (value: string) => boolean, reading: Reading) => (values.every(fits) ? reading : text);
  const scale = /^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1];
  if (scale !== undefined) return decimal(Number(scale));
  if (whole.test(type)) return values.every((value) => Number.isSafeInteger(Number(value))) ? integer : decimal(0);
  if (/^U?HUGEINT$/.test(type)) return decimal(0);
  if (type === 'DOUBLE' || type === 'FLOAT')
    return all((value) => Math.abs(Number(value)) < mostDouble, doubleOf(values));
  if (type === 'BOOLEAN') return boolean;
  if (type === 'DATE') return all((value) => plainDate.test(value), date);
  if (type === 'TIMESTAMP WITH TIME ZONE') return all((value) => plainInstant.test(value), instant);
  return text;
}

function doubleOf(values: readonly string[]): Reading {
  const digits = values.map((value) => plainDouble(value).split('.')[1]?.length ?? 0);
  return decimal(
    digits.reduce((most, count) => Math.max(most, count), 0),
    plainDouble,
  );
}

/** Names of their own: the second `n` is `n_2`. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let count = 2; taken.has(unique); count++) unique = `${name}_${count}`;
    taken.add(unique);
    return unique;
  });
}

/** The answer with columns of the API's types, each with a name of its own. */
export function tableOfSql({ columns, rows }: Pick<SqlAnswer, 'columns' | 'rows'>): SqlTableAnswer {
  const names = uniqueNames(columns.map(({ name }) => name));
  const readings = columns.map(({ type }, index) =>
    readingOf(
      type,
      rows.flatMap((row) => row[index] ?? []),
    ),
  );
  const entries = readings.map(({ column }, index): [string, Column] => [names[index] ?? '', column]);
  return {
    // Only files are written by it: JSON has the rows as lists.
    table: { columns: Object.fromEntries(entries), row: Type.Object({}) },
    columns: readings.map(({ tipo }, index) => ({ nombre: names[index] ?? '', tipo })),
    rows: rows.map((row) => row.map((value, index) => (value === null ? null : (readings[index] ?? text).cell(value)))),
  };
}
