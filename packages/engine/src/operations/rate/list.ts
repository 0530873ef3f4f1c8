import type { OperationContext } from '../context.ts';
import { moneySql } from '../money-sql.ts';

/** What a dollar costs from a day on, until the day of the next one. */
export interface ExchangeRate {
  readonly fecha: string;
  /** Bolívares per dollar, exact. */
  readonly bs_por_usd: string;
  /** `facturas`: most receipts of the day carry it; `manual`: somebody has set it. */
  readonly fuente: 'facturas' | 'manual';
}

/** The columns of an `ExchangeRate`. */
export const rateColumns = `fecha, ${moneySql('bs_por_usd')} AS bs_por_usd, fuente`;

const ratesSql = `
  SELECT ${rateColumns}
  FROM tasas_cambio
  WHERE ($1::date IS NULL OR fecha >= coalesce((SELECT max(fecha) FROM tasas_cambio WHERE fecha <= $1), $1))
    AND ($2::date IS NULL OR fecha <= $2)
  ORDER BY fecha`;

interface ListRates {
  readonly ctx: OperationContext;
  readonly input: { readonly from?: string | undefined; readonly to?: string | undefined };
}

/** The rates that hold on the days of a range, by date: the first may be of a day before it. They are the chain's, and no store's. */
export async function listRates({ ctx, input: { from, to } }: ListRates): Promise<readonly ExchangeRate[]> {
  const { rows } = await ctx.db.query<ExchangeRate>(ratesSql, [from ?? null, to ?? null]);
  return rows;
}
