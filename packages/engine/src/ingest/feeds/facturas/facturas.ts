import { addPlaceholders, noteRates, salesOf } from '../../units/derived.ts';
import { replaceFacts } from '../../units/replace-facts.ts';
import type { StoreDayWriter } from '../../units/unit.ts';
import { noteLastSales } from '../stock/last-sales.ts';
import { checkReceipts } from './check-receipts.ts';
import { receiptTargets } from './receipts.ts';

/** Receipts: into facturas and items_facturas, and each of their lines into ventas_raw, where every sale is. */
export const facturasWriter: StoreDayWriter = {
  check: checkReceipts,
  async write(context) {
    await addPlaceholders(context);
    await replaceFacts(context, receiptTargets);
    await noteLastSales(context);
    const sales = await salesOf(context, 'precio_total');
    await noteRates(context);
    return sales;
  },
};
