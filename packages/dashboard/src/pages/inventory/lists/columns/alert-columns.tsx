import type { AnswerTo } from '../../../../client/index.ts';
import type { Column } from '../../../../components/index.ts';
import { PriorityBadge } from './PriorityBadge.tsx';
import { baseColumns, categoryColumn } from './base-columns.tsx';
import type { ColumnInput } from './useColumnInput.ts';

export type AlertRow = AnswerTo<'listarAlertas'>['datos'][number];

/** What calls for somebody, with what it follows from. */
export function alertColumns(input: ColumnInput): Column<AlertRow>[] {
  const { texts } = input;
  return [
    ...baseColumns<AlertRow>(input),
    {
      id: 'prioridad',
      header: texts.priority,
      kind: 'text',
      value: (row) => row.nivel,
      cell: (row) => <PriorityBadge priority={row.prioridad} />,
      width: 11,
    },
    { id: 'tipo', header: texts.kind, kind: 'text', value: (row) => texts.kinds[row.tipo_alerta], width: 17 },
    { id: 'cantidad', header: texts.quantity, kind: 'quantity', value: (row) => row.cantidad },
    { id: 'minimo', header: texts.minimum, kind: 'quantity', value: (row) => row.stock_minimo, width: 10 },
    { id: 'maximo', header: texts.maximum, kind: 'quantity', value: (row) => row.stock_maximo, width: 10, minor: true },
    {
      id: 'quieto',
      header: texts.idleDays,
      kind: 'whole',
      value: (row) => row.dias_sin_movimiento,
      width: 17,
      minor: true,
    },
    { id: 'vence', header: texts.expiry, kind: 'date', value: (row) => row.fecha_proximo_vencimiento },
    {
      id: 'dias_vence',
      header: texts.expiresIn,
      kind: 'whole',
      value: (row) => row.dias_para_vencer,
      width: 15,
      minor: true,
    },
    categoryColumn<AlertRow>(input),
  ];
}
