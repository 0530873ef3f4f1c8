import { useMemo } from 'react';
import { DataTable } from '../../../components/index.ts';
import { useRates } from '../../../hooks/index.ts';
import { hrefOf } from '../../../navigation/index.ts';
import { useWords } from '../explore/index.ts';
import { goodsColumns, type ReceiptLine } from './columns.tsx';

/** The lines of a receipt; each leads to its product. */
export function ReceiptLines({ lines }: { readonly lines: readonly ReceiptLine[] }) {
  const texts = useWords();
  const rates = useRates();
  const columns = useMemo(() => Object.values(goodsColumns(texts, rates)), [texts, rates]);
  return (
    <DataTable
      label={texts.receiptLines}
      rows={lines}
      columns={columns}
      rowId={({ id }) => id}
      href={({ producto_id: id }) => (id === null ? undefined : hrefOf(`/productos/${encodeURIComponent(id)}`))}
    />
  );
}
