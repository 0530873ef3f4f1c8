import type { DateRange } from '../../range/index.ts';
import { noReceiptPatch } from './address/index.ts';
import { useExplore } from './explore/index.ts';
import { ReceiptDialog } from './receipt/ReceiptDialog.tsx';
import { SalesBody } from './SalesBody.tsx';
import { Toolbar } from './Toolbar.tsx';

export interface SalesContentProps {
  readonly range: DateRange;
  /** The days that have data. */
  readonly data: DateRange;
}

/** The page below its head; and above it a receipt, if the address names one. */
export function SalesContent({ range, data }: SalesContentProps) {
  const explore = useExplore(range, data);
  const { receipt, go } = explore;
  return (
    <>
      <Toolbar explore={explore} />
      <SalesBody explore={explore} />
      {receipt === null ? null : <ReceiptDialog receipt={receipt} onClose={() => go(noReceiptPatch)} />}
    </>
  );
}
