import { filledTable } from '../expressions.ts';

/** The rate of every day; those of days that have receipts are what these carry. */
export function tasasCambio(): string[] {
  return filledTable(
    'tasas_cambio',
    {
      fecha: ['DATE', 'fecha'],
      bs_por_usd: ['DECIMAL(18,6)', 'tasa'],
      fuente: ['VARCHAR', `CASE WHEN fecha IN (SELECT fecha FROM facturas) THEN 'facturas' ELSE 'manual' END`],
    },
    'FROM exchange_rate ORDER BY fecha',
  );
}
