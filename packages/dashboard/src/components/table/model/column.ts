import type { ReactNode } from 'react';

/** How a column's values are written, aligned and ordered. `percent` is a decimal's text in per cent. */
export type ColumnKind = 'text' | 'money' | 'quantity' | 'whole' | 'percent' | 'date' | 'instant' | 'boolean';

export type CellValue = string | number | boolean | null;

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly kind: ColumnKind;
  /** What the column is ordered by, and shows unless `cell` says otherwise. Amounts are decimals' texts. */
  readonly value: (row: Row) => CellValue;
  /** Writes a value otherwise than its kind does. */
  readonly write?: (value: Exclude<CellValue, null>) => string;
  /** Shows more than a text, one line high unless the table is `tall`. */
  readonly cell?: (row: Row) => ReactNode;
  /** Left out where a row is a card. */
  readonly minor?: boolean;
  /** False where the server, which sorts, has no order by it. */
  readonly sortable?: boolean;
  /** In characters of a figure; by the kind unless told. */
  readonly width?: number;
  /** What the column holds, in a sentence. */
  readonly hint?: string;
}

/** By which column rows stand, and in which direction. */
export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

const texts: ReadonlySet<ColumnKind> = new Set(['text', 'date', 'instant', 'boolean']);

/** Figures stand at the end of their cells, so that their digits stand beneath each other. */
export function isFigure(kind: ColumnKind): boolean {
  return !texts.has(kind);
}

const widths: Readonly<Record<ColumnKind, number>> = {
  text: 18,
  money: 16,
  quantity: 12,
  whole: 11,
  percent: 11,
  date: 15,
  instant: 25,
  boolean: 8,
};

/** The width of a figure's character, in rem: one measure for header and rows, whose type differs in size. */
const CHARACTER = 0.5;

export interface Tracks {
  /** `grid-template-columns` of every row. */
  readonly columns: string;
  /** No row is narrower, in rem. */
  readonly width: number;
}

/** The tracks of every row's grid, at least as wide as `needed`: texts take most of what is left over. */
export function tracksOf(
  columns: readonly Pick<Column<never>, 'kind' | 'width'>[],
  needed: readonly (number | null)[] = [],
): Tracks {
  const sizes = columns.map(({ kind, width = widths[kind] }, index) => Math.max(width, needed[index] ?? 0) * CHARACTER);
  const track = (size: number, index: number) =>
    `minmax(${size}rem, ${columns[index]?.kind === 'text' ? size * 3 : size}fr)`;
  return { columns: sizes.map(track).join(' '), width: sizes.reduce((sum, size) => sum + size, 0) };
}

/** The order after a column's header was pressed: figures and days begin with the largest. */
export function nextOrder(order: Order | null, { id, kind }: Pick<Column<never>, 'id' | 'kind'>): Order {
  if (order?.column === id) return { column: id, descending: !order.descending };
  return { column: id, descending: isFigure(kind) || kind === 'date' || kind === 'instant' };
}
