import type { AnswerTo } from '../../../client/index.ts';
import type { Column } from '../../../components/index.ts';
import type { Rates } from '../../../hooks/index.ts';
import { type StoreName, storeTime } from '../explore/index.ts';
import { Quantity } from '../receipt/Quantity.tsx';
import type { ColumnsInput } from './columns.tsx';

export type LineRow = AnswerTo<'listarVentas'>['datos'][number];

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
export function lineColumns({ texts, tag, stores, rates, open }: LineColumnsInput): Column<LineRow>[] {
  const { columns } = texts;
  const inCurrency = (amount: string | null, day: string) => (amount === null ? null : rates.convert(amount, day));
  const list: (Column<LineRow> | false)[] = [
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
    open.product && {
      id: 'producto',
      header: columns.product,
      kind: 'text',
      value: ({ descripcion: name, producto_id: id }) => name ?? id ?? texts.unknownProduct,
      width: 26,
    },
    {
      id: 'cantidad',
      header: columns.quantity,
      kind: 'quantity',
      value: ({ cantidad }) => cantidad,
      cell: (line) => <Quantity line={line} />,
      width: 16,
    },
    {
      id: 'precio',
      header: columns.price,
      kind: 'money',
      value: ({ precio_unitario: price, fecha }) => inCurrency(price, fecha),
      minor: true,
    },
    {
      id: 'monto',
      header: columns.amount,
      kind: 'money',
      value: ({ monto_total: amount, fecha }) => inCurrency(amount, fecha),
    },
  ];
  return list.filter((column) => column !== false).map((column) => ({ ...column, sortable: false }));
}
