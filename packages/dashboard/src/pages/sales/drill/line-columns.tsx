import type { Column } from '../../../components/index.ts';
import type { Rates } from '../../../hooks/index.ts';
import { type StoreName, storeTime } from '../explore/index.ts';
import { goodsColumns, type ReceiptLine } from '../receipt/columns.tsx';
import type { ColumnsInput } from './columns.tsx';

export interface LineColumnsInput {
  readonly texts: ColumnsInput['texts'];
  /** BCP 47. */
  readonly tag: string;
  readonly stores: (id: string) => StoreName;
  readonly rates: Rates;
  /** The place does not settle them. */
  readonly open: { readonly store: boolean; readonly product: boolean };
}

/** The columns of lines of receipts. They come in the order of their days, and in no other. */
export function lineColumns({ texts, tag, stores, rates, open }: LineColumnsInput): Column<ReceiptLine>[] {
  const { columns } = texts;
  const { product, quantity, price, amount } = goodsColumns(texts, rates);
  const list: (Column<ReceiptLine> | false)[] = [
    {
      id: 'factura',
      header: columns.receipt,
      kind: 'text',
      value: ({ numero_factura: number }) => number ?? texts.withoutNumber,
    },
    { id: 'fecha', header: columns.day, kind: 'date', value: ({ fecha }) => fecha },
    {
      id: 'hora',
      header: columns.time,
      kind: 'text',
      value: ({ fecha_hora: at, ubicacion_id: store }) => storeTime(at, stores(store).zone, tag),
      width: 11,
      minor: true,
    },
    open.store && {
      id: 'tienda',
      header: columns.store,
      kind: 'text',
      value: ({ ubicacion_id: store }) => stores(store).name,
    },
    open.product && product,
    quantity,
    { ...price, minor: true },
    amount,
  ];
  return list.filter((column) => column !== false).map((column) => ({ ...column, sortable: false }));
}
