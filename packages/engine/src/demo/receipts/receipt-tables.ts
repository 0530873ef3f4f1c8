import type { DemoPlan } from '../plan.ts';
import { facturas } from './facturas.ts';
import { itemsFacturas } from './items-facturas.ts';
import { createReceipts } from './payments.ts';
import { tasasCambio } from './tasas-cambio.ts';

/** The receipts of the stores that deliver them, with their lines; drawn from the sales. */
export function receiptTables(plan: DemoPlan): string[] {
  return [
    ...createReceipts(plan),
    ...facturas(),
    ...itemsFacturas(),
    ...tasasCambio(),
    'DROP TABLE receipt',
    'DROP TABLE receipt_line',
  ];
}
