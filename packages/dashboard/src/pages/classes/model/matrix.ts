import { productOf, quotientOf, sumDecimals } from '../../../figures/index.ts';
import type { Abc, Xyz } from './address.ts';

/** A cell as the API answers it. */
export interface MatrixCell {
  readonly abc: Abc;
  readonly xyz: Xyz;
  readonly productos: number;
  readonly productos_porcentaje: string | null;
  readonly valor: string;
  readonly valor_porcentaje: string | null;
  readonly total: string;
}

/** What some cells come to together. */
export interface CellSum {
  readonly products: number;
  readonly value: string;
  /** In percent of the value of all cells, to 2 decimals; null if that is zero. */
  readonly share: string | null;
}

/** What the cells come to that `isMeant` takes. */
export function sumOf(cells: readonly MatrixCell[], isMeant: (cell: MatrixCell) => boolean = () => true): CellSum {
  const meant = cells.filter(isMeant);
  const value = sumDecimals(meant.map(({ valor }) => valor));
  const products = meant.reduce((sum, { productos }) => sum + productos, 0);
  return { products, value, share: quotientOf(productOf(value, '100'), cells[0]?.total ?? '0', 2) };
}

/** How dark a cell is: 0 is empty, 5 has the most of the value. One hue; the figure is written in it as well. */
export type Heat = 0 | 1 | 2 | 3 | 4 | 5;

/** From so much of the value on, in percent, a cell is one step darker. */
const steps = [5, 15, 30, 50] as const;

export function heatOf({
  productos,
  valor_porcentaje: share,
}: Pick<MatrixCell, 'productos' | 'valor_porcentaje'>): Heat {
  if (productos === 0) return 0;
  const passed = steps.filter((step) => Number(share ?? 0) >= step).length;
  return ([1, 2, 3, 4, 5] as const)[passed] ?? 5;
}
