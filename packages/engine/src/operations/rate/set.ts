import type { OperationContext } from '../context.ts';
import { rateColumns, type ExchangeRate } from './list.ts';

const setSql = `
  INSERT INTO tasas_cambio (fecha, bs_por_usd, fuente) VALUES ($1, $2, 'manual')
  ON CONFLICT (fecha) DO UPDATE SET bs_por_usd = excluded.bs_por_usd, fuente = excluded.fuente
  RETURNING ${rateColumns}`;

interface SetRate {
  readonly ctx: OperationContext;
  readonly input: Pick<ExchangeRate, 'fecha' | 'bs_por_usd'>;
}

/** Sets a day's rate, whatever its receipts carry. */
export async function setRate({ ctx, input: { fecha, bs_por_usd } }: SetRate): Promise<ExchangeRate> {
  const { rows } = await ctx.db.query<ExchangeRate>(setSql, [fecha, bs_por_usd]);
  return rows[0] ?? { fecha, bs_por_usd, fuente: 'manual' };
}

interface RemoveRate {
  readonly ctx: OperationContext;
  readonly input: Pick<ExchangeRate, 'fecha'>;
}

/** Gives up the rate that somebody has set for a day: what its receipts carry holds again. @returns false if nobody has set one */
export async function removeRate({ ctx, input: { fecha } }: RemoveRate): Promise<boolean> {
  const { rows } = await ctx.db.query<{ given: boolean }>('SELECT fluxion.quitar_tasa($1) AS given', [fecha]);
  return rows[0]?.given === true;
}
