import type { AnswerTo } from '../../../client/index.ts';
import type { Column } from '../../../components/index.ts';
import type { Rates } from '../../../hooks/index.ts';
import type { Words } from '../explore/index.ts';
import { Quantity } from './Quantity.tsx';

export type ReceiptLine = AnswerTo<'listarVentas'>['datos'][number];

/** What a line of a receipt says of the goods. */
export function goodsColumns(
  { columns, unknownProduct }: Pick<Words, 'columns' | 'unknownProduct'>,
  { convert }: Rates,
): Record<'product' | 'quantity' | 'price' | 'amount', Column<ReceiptLine>> {
  const inCurrency = (amount: string | null, day: string) => (amount === null ? null : convert(amount, day));
  return {
    product: {
      id: 'producto',
      header: columns.product,
      kind: 'text',
      value: ({ descripcion: name, producto_id: id }) => name ?? id ?? unknownProduct,
      width: 26,
    },
    quantity: {
      id: 'cantidad',
      header: columns.quantity,
      kind: 'quantity',
      value: ({ cantidad }) => cantidad,
      cell: (line) => <Quantity line={line} />,
      width: 18,
    },
    price: {
      id: 'precio',
      header: columns.price,
      kind: 'money',
      value: (line) => inCurrency(line.precio_unitario, line.fecha),
    },
    amount: {
      id: 'monto',
      header: columns.amount,
      kind: 'money',
      value: (line) => inCurrency(line.monto_total, line.fecha),
    },
  };
}
