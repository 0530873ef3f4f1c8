import type { AnswerTo } from '../../../client/index.ts';
import type { Column } from '../../../components/table/index.ts';
import { storeTime, type StoreName } from '../explore/index.ts';
import { Quantity } from '../receipt/Quantity.tsx';
import type { ColumnsInput } from './columns.tsx';

export type LineRow = AnswerTo<'listarVentas'>['datos'][number];

export interface LineColumnsInput {
  readonly texts: ColumnsInput['texts'];
  /** BCP 47. */
  readonly tag: string;
  readonly stores: (id: string) => StoreName;
  /** The place does not settle them. */
  readonly open: { readonly store: boolean; readonly product: boolean };
}

/** The columns of lines of receipts. They come in the order of their days, and in no other. */
export function lineColumns({ texts, tag, stores, open }: LineColumnsInput): Column<LineRow>[] {
  const { columns } = texts;
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
      value: ({ fecha_hora: at, ubicacion_id: store }) => (at === null ? null : storeTime(at, stores(store).zone, tag)),
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
    { id: 'precio', header: columns.price, kind: 'money', value: (line) => line.precio_unitario, minor: true },
    { id: 'monto', header: columns.amount, kind: 'money', value: (line) => line.monto_total },
  ];
  return list.filter((column) => column !== false).map((column) => ({ ...column, sortable: false }));
}
