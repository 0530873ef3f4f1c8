import { useMemo } from 'react';
import type { AnswerTo } from '../../../client/index.ts';
import type { Column } from '../../../components/index.ts';
import { useMoney, useRates, useStoreName } from '../../../hooks/index.ts';
import { usePanelTexts } from '../state/index.ts';

export type Movement = AnswerTo<'listarMovimientos'>['datos'][number];

/** A movement, with what there was before it and after. */
export function useMovementColumns(): Column<Movement>[] {
  const texts = usePanelTexts();
  const storeName = useStoreName();
  const { convert, last } = useRates();
  const { symbol } = useMoney(last === null ? 'VES' : 'USD');
  return useMemo(() => {
    const place = (id: string | null) => (id === null ? null : storeName(id));
    // What moved was worth that on its day.
    const cost = (row: Movement) => (row.costo_unitario === null ? null : convert(row.costo_unitario, row.fecha));
    const value = (row: Movement) => (row.valor_total === null ? null : convert(row.valor_total, row.fecha));
    return [
      { id: 'momento', header: texts.moment, kind: 'instant', value: (row) => row.fecha_hora },
      { id: 'tienda', header: texts.store, kind: 'text', value: (row) => storeName(row.ubicacion_id), width: 20 },
      { id: 'tipo', header: texts.kind, kind: 'text', value: (row) => texts.kinds[row.tipo_movimiento], width: 13 },
      { id: 'detalle', header: texts.detail, kind: 'text', value: (row) => row.subtipo, width: 12 },
      { id: 'cantidad', header: texts.change, kind: 'quantity', value: (row) => row.cantidad },
      { id: 'antes', header: texts.stockBefore, kind: 'quantity', value: (row) => row.stock_anterior, width: 10 },
      { id: 'despues', header: texts.stockAfter, kind: 'quantity', value: (row) => row.stock_nuevo, width: 10 },
      { id: 'costo', header: `${texts.unitCost} (${symbol})`, kind: 'money', value: cost, width: 12, minor: true },
      { id: 'valor', header: `${texts.value} (${symbol})`, kind: 'money', value, width: 13, minor: true },
      { id: 'referencia', header: texts.reference, kind: 'text', value: (row) => row.referencia, minor: true },
      { id: 'origen', header: texts.from, kind: 'text', value: (row) => place(row.origen), minor: true },
      { id: 'destino', header: texts.to, kind: 'text', value: (row) => place(row.destino), minor: true },
      { id: 'usuario', header: texts.who, kind: 'text', value: (row) => row.usuario, width: 12, minor: true },
      { id: 'observaciones', header: texts.notes, kind: 'text', value: (row) => row.observaciones, minor: true },
    ];
  }, [texts, storeName, convert, symbol]);
}
