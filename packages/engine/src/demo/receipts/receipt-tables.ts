import type { DemoPlan } from '../plan.ts';
import { createExchangeRates } from './exchange-rates.ts';
import { facturas } from './facturas.ts';
import { itemsFacturas } from './items-facturas.ts';
import { createReceipts } from './payments.ts';

/** The receipts of the stores that deliver them, with their lines; drawn from the sales. */
export function receiptTables(plan: DemoPlan): string[] {
  return [
    ...createExchangeRates(plan),
    ...createReceipts(plan),
    ...facturas(),
    ...itemsFacturas(),
    'DROP TABLE receipt',
    'DROP TABLE receipt_line',
  ];
}
