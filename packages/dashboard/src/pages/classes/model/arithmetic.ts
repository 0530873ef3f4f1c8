import { compareDecimals, productOf, quotientOf, sumDecimals } from '../../../figures/index.ts';

/** Where the classes change: by the share that products before this one have, in percent. */
export const valueBounds = { a: 80, b: 95 } as const;
/** Where the classes change, by the coefficient of variation. */
export const variationBounds = { x: '0.5', y: '1' } as const;

interface Ranked {
  readonly valor: string;
  readonly acumulado: string;
  readonly total: string;
}

const less = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`);

/**
 * The share that the products ranked before this one have of the whole, in percent to 2 decimals: it decides the ABC class. A
 * product for which more was paid back than taken adds nothing. Null if the whole is zero.
 */
export function shareBefore({ valor, acumulado, total }: Ranked): string | null {
  const added = compareDecimals(valor, '0') > 0 ? valor : '0';
  return quotientOf(productOf(sumDecimals([acumulado, less(added)]), '100'), total, 2);
}
