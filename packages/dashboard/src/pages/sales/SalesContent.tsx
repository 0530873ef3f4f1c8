import { useAsk } from '../../hooks/index.ts';
import type { DateRange } from '../../range/index.ts';
import { useExplore } from './explore/index.ts';
import { NoSales } from './NoSales.tsx';
import { noReceiptPatch } from './address/index.ts';
import { ReceiptDialog } from './receipt/ReceiptDialog.tsx';
import { SalesPanels } from './SalesPanels.tsx';
import { Toolbar } from './Toolbar.tsx';

export interface SalesContentProps {
  readonly range: DateRange;
  /** The days that have data. */
  readonly data: DateRange;
}

/** The page below its head: figures and charts, or that there are none; and a receipt, if the address names one. */
export function SalesContent({ range, data }: SalesContentProps) {
  const explore = useExplore(range, data);
  const totals = useAsk('compararVentas', { query: explore.query });
  const [row] = totals.data?.body.datos ?? [];
  const none = row?.lineas === 0 && !totals.isPlaceholderData;
  const { receipt, go } = explore;
  return (
    <>
      <Toolbar explore={explore} />
      {none ? <NoSales explore={explore} /> : <SalesPanels explore={explore} totals={totals} />}
      {receipt === null ? null : <ReceiptDialog receipt={receipt} onClose={() => go(noReceiptPatch)} />}
    </>
  );
}
