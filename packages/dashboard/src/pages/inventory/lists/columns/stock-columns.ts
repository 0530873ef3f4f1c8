import type { AnswerTo } from '../../../../client/index.ts';
import type { Column } from '../../../../components/index.ts';
import { levelColumns } from '../../../../components/stock/index.ts';
import { baseColumns, categoryColumn } from './base-columns.tsx';
import type { ColumnInput } from './useColumnInput.ts';

export type StockRow = AnswerTo<'listarStock'>['datos'][number];

/** Stock of a product in a store, with its limits. */
export function stockColumns(input: ColumnInput): Column<StockRow>[] {
  const { texts, money } = input;
  return [
    ...baseColumns<StockRow>(input),
    ...levelColumns<StockRow>(input.words),
    {
      id: 'valor',
      header: `${texts.value} (${money.symbol})`,
      kind: 'money',
      value: (row) => money.amount(row.valor_inventario),
      width: 13,
    },
    {
      id: 'quieto',
      header: texts.idleDays,
      kind: 'whole',
      value: (row) => row.dias_sin_movimiento,
      width: 17,
      minor: true,
    },
    { id: 'ultima_venta', header: texts.lastSale, kind: 'instant', value: (row) => row.ultima_venta, minor: true },
    {
      id: 'vence',
      header: texts.expiry,
      kind: 'date',
      value: (row) => row.fecha_proximo_vencimiento,
      minor: true,
    },
    categoryColumn<StockRow>(input),
  ];
}

/** The same where all that matters is that the records are wrong. */
export function negativeColumns(input: ColumnInput): Column<StockRow>[] {
  const { texts, money } = input;
  return [
    ...baseColumns<StockRow>(input),
    { id: 'cantidad', header: texts.quantity, kind: 'quantity', value: (row) => row.cantidad },
    {
      id: 'costo',
      header: `${texts.cost} (${money.symbol})`,
      kind: 'money',
      value: (row) => money.amount(row.costo_promedio),
      minor: true,
    },
    {
      id: 'valor',
      header: `${texts.value} (${money.symbol})`,
      kind: 'money',
      value: (row) => money.amount(row.valor_inventario),
    },
    { id: 'ultima_entrada', header: texts.lastEntry, kind: 'instant', value: (row) => row.ultima_entrada },
    { id: 'ultima_venta', header: texts.lastSale, kind: 'instant', value: (row) => row.ultima_venta },
    categoryColumn<StockRow>(input),
  ];
}
