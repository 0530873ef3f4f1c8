import type { CellValue, Column } from '../../../components/index.ts';
import { isDecimal } from '../../../figures/index.ts';

export type ResultRow = readonly CellValue[];

/** What a column of an answer is, as the API types it. */
export interface ResultColumn {
  readonly nombre: string;
  readonly tipo: 'texto' | 'entero' | 'decimal' | 'fecha' | 'instante' | 'logico';
}

/** The rows of an answer, to be shown. */
export interface ResultProps {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly ResultRow[];
}

const kinds = {
  texto: 'text',
  entero: 'quantity',
  decimal: 'quantity',
  fecha: 'date',
  instante: 'instant',
  logico: 'boolean',
} as const;

/** So many rows tell how wide a column is. */
const SAMPLE = 300;
const NARROWEST = 8;
const WIDEST = 44;
/** Beside the text: the cell's own space, and the arrow of the order. */
const REST = 5;

/** Writes decimals with every digit that one of them has, and all with as many. */
export function decimalWriter(values: Iterable<CellValue | undefined>, tag: string): (value: CellValue) => string {
  let most = 0;
  for (const value of values) {
    if (typeof value !== 'string') continue;
    const fraction = value.split('.')[1]?.replace(/0+$/, '') ?? '';
    most = Math.max(most, fraction.length);
  }
  // One digit alone looks like a mistake beside amounts of money.
  const digits = most === 1 ? 2 : Math.min(most, 20);
  const format = new Intl.NumberFormat(tag, {
    useGrouping: 'always',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => {
    const text = String(value);
    return isDecimal(text) ? format.format(text).replace('-', '\u2212') : text;
  };
}

/** Whole numbers that are all years are written without a sign for thousands. */
function areYears(rows: readonly ResultRow[], index: number): boolean {
  const isYear = (value: CellValue | undefined) => typeof value === 'number' && value >= 1900 && value <= 2100;
  return rows.length > 0 && rows.every((row) => row[index] === null || isYear(row[index]));
}

/** Numbers that name something instead of counting it. */
const identifying = /(?:^|_)(?:id|codigo|código|numero|número|nro|rif)(?:_|$)/i;

function figureWriter(rows: readonly ResultRow[], index: number, tag: string): (value: CellValue) => string {
  if (areYears(rows, index)) return String;
  return decimalWriter(
    rows.map((row) => row[index]),
    tag,
  );
}

/** The columns of an answer for the table; every digit that was answered is shown. */
export function resultColumns(
  columns: readonly ResultColumn[],
  rows: readonly ResultRow[],
  tag: string,
): readonly Column<ResultRow>[] {
  return columns.map(({ nombre, tipo }, index) => {
    const kind = kinds[tipo];
    const value = (row: ResultRow) => row[index] ?? null;
    const names = tipo === 'entero' && identifying.test(nombre);
    const write = kind !== 'quantity' ? undefined : names ? String : figureWriter(rows, index, tag);
    const longest = rows
      .slice(0, SAMPLE)
      .reduce((most, row) => Math.max(most, (write ?? String)(value(row)).length), nombre.length);
    const width = Math.min(WIDEST, Math.max(NARROWEST, longest + REST));
    const base = { id: String(index), header: nombre, kind, value };
    if (kind === 'date' || kind === 'instant') return base;
    return { ...base, width, ...(write && { write }) };
  });
}
