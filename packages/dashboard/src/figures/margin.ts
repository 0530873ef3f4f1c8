import { compareDecimals } from './decimal.ts';

/** What sales earned, of the lines whose cost is known. */
export interface Earned {
  readonly venta_con_costo: string;
  readonly costo: string;
  readonly margen: string;
}

/** The margin as exact text; null where no cost is known, which is not a margin of zero. */
export function marginOf({ venta_con_costo, costo, margen }: Earned): string | null {
  const isKnown = [venta_con_costo, costo].some((amount) => compareDecimals(amount, '0') !== 0);
  return isKnown ? margen : null;
}
