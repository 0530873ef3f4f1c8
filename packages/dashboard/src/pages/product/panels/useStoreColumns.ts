import { useMemo } from 'react';
import type { Column } from '../../../components/index.ts';
import { levelColumns, stockWords, useStockMoney } from '../../../components/stock/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { useCover } from '../figures/useCover.ts';
import type { StoreStock } from '../model/index.ts';
import { usePanelTexts } from '../state/index.ts';

/** A store's stock, its limits, and how long it lasts there. */
export function useStoreColumns(): Column<StoreStock>[] {
  const texts = usePanelTexts();
  const words = useTexts(stockWords);
  const { symbol, amount } = useStockMoney();
  const cover = useCover().data?.body.datos;
  return useMemo(() => {
    const coverOf = (row: StoreStock) => cover?.find(({ ubicacion_id: id }) => id === row.ubicacion_id);
    return [
      { id: 'tienda', header: texts.store, kind: 'text', value: (row) => row.ubicacion, width: 24 },
      ...levelColumns<StoreStock>(words),
      {
        id: 'cobertura',
        header: texts.cover,
        kind: 'quantity',
        value: (row) => coverOf(row)?.dias_cobertura ?? null,
        width: 16,
      },
      {
        id: 'demanda',
        header: texts.demand,
        kind: 'quantity',
        hint: texts.demandHint,
        value: (row) => coverOf(row)?.demanda_diaria ?? null,
        width: 14,
        minor: true,
      },
      {
        id: 'valor',
        header: `${texts.value} (${symbol})`,
        kind: 'money',
        value: (row) => amount(row.valor_inventario),
        width: 13,
      },
      {
        id: 'precio',
        header: `${texts.price} (${symbol})`,
        kind: 'money',
        value: (row) => amount(row.precio_venta),
        width: 13,
        minor: true,
      },
      { id: 'ultima_venta', header: texts.lastSale, kind: 'instant', value: (row) => row.ultima_venta, minor: true },
      {
        id: 'ultima_entrada',
        header: texts.lastEntry,
        kind: 'instant',
        value: (row) => row.ultima_entrada,
        minor: true,
      },
      { id: 'vence', header: texts.expiry, kind: 'date', value: (row) => row.fecha_proximo_vencimiento, minor: true },
    ];
  }, [texts, words, symbol, amount, cover]);
}
