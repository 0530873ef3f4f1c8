import type { Column, SymbolMoney } from '../kit.ts';
import type { OrderRow } from '../model/index.ts';
import type { listWords, shared } from '../texts/index.ts';
import { StateBadge } from './StateBadge.tsx';

interface ColumnWords {
  readonly list: (typeof listWords)['es'];
  readonly common: (typeof shared)['es'];
  readonly money: SymbolMoney;
}

/** The columns of the list. The server has one order, the newest first: none of them sorts. */
export function orderColumns({ list, common, money }: ColumnWords): readonly Column<OrderRow>[] {
  const columns: readonly Column<OrderRow>[] = [
    {
      id: 'numero',
      header: list.order,
      kind: 'text',
      width: 17,
      value: ({ numero }) => common.number(String(numero)),
    },
    {
      id: 'estado',
      header: list.state,
      kind: 'text',
      width: 17,
      value: ({ estado }) => common.states[estado],
      cell: ({ estado }) => <StateBadge state={estado} />,
    },
    { id: 'ubicacion', header: common.store, kind: 'text', value: ({ ubicacion }) => ubicacion },
    {
      id: 'origen',
      header: common.source,
      kind: 'text',
      width: 20,
      value: ({ origen, proveedor }) => origen ?? proveedor ?? common.noSource,
    },
    { id: 'fecha', header: common.date, kind: 'date', value: ({ fecha }) => fecha },
    { id: 'fecha_entrega', header: common.delivery, kind: 'date', value: ({ fecha_entrega }) => fecha_entrega },
    { id: 'lineas', header: common.lines, kind: 'whole', width: 8, value: ({ lineas }) => lineas },
    { id: 'unidades', header: common.units, kind: 'quantity', width: 10, value: ({ unidades }) => unidades },
    {
      id: 'costo',
      header: common.cost,
      hint: common.costHint,
      kind: 'money',
      value: ({ costo }) => costo,
      cell: ({ costo }) => (costo === null ? '—' : money.money(costo)),
    },
  ];
  return columns.map((column) => ({ ...column, sortable: false }));
}
