import type { AnswerTo } from '../../../../client/index.ts';
import type { Column } from '../../../../components/index.ts';
import { baseColumns, type BaseInput, categoryColumn } from './base-columns.tsx';
import type { ColumnInput } from './useColumnInput.ts';

export type StockoutRow = AnswerTo<'listarQuiebres'>['datos'][number];
export type LostRow = AnswerTo<'estimarVentasPerdidas'>['datos'][number];
export type IdleRow = AnswerTo<'listarSinMovimiento'>['datos'][number];
export type CoverRow = AnswerTo<'medirCobertura'>['datos'][number];

export function stockoutColumns(input: ColumnInput): Column<StockoutRow>[] {
  const { texts } = input;
  return [
    ...baseColumns<StockoutRow>(input),
    { id: 'dias', header: texts.daysWithout, kind: 'whole', value: (row) => row.dias_sin_stock, width: 18 },
    {
      id: 'abiertos',
      header: texts.daysOpen,
      kind: 'whole',
      value: (row) => row.dias_abiertos,
      width: 13,
      minor: true,
    },
    { id: 'porcentaje', header: texts.share, kind: 'percent', value: (row) => row.porcentaje, width: 13 },
    {
      id: 'negativo',
      header: texts.daysNegative,
      kind: 'whole',
      hint: texts.daysNegativeHint,
      value: (row) => row.dias_en_negativo,
      width: 13,
      minor: true,
    },
    { id: 'primero', header: texts.firstDay, kind: 'date', value: (row) => row.primer_dia },
    { id: 'ultimo', header: texts.lastDay, kind: 'date', value: (row) => row.ultimo_dia },
    categoryColumn<StockoutRow>(input),
  ];
}

/** With every step of the estimate. */
export function lostColumns(input: BaseInput & { readonly symbol: string }): Column<LostRow>[] {
  const { texts, symbol } = input;
  return [
    ...baseColumns<LostRow>(input),
    { id: 'perdida', header: `${texts.lost} (${symbol})`, kind: 'money', value: (row) => row.venta_perdida, width: 18 },
    { id: 'unidades', header: texts.unitsLost, kind: 'quantity', value: (row) => row.unidades_perdidas, width: 17 },
    { id: 'precio', header: `${texts.price} (${symbol})`, kind: 'money', value: (row) => row.precio, width: 13 },
    { id: 'sin', header: texts.daysWithout, kind: 'whole', value: (row) => row.dias_sin_stock, width: 18 },
    {
      id: 'demanda',
      header: texts.demand,
      kind: 'quantity',
      value: (row) => row.demanda_diaria,
      width: 14,
      minor: true,
    },
    { id: 'con', header: texts.daysWith, kind: 'whole', value: (row) => row.dias_con_stock, width: 18, minor: true },
    {
      id: 'vendidas_con',
      header: texts.unitsWith,
      kind: 'quantity',
      value: (row) => row.unidades_con_stock,
      width: 22,
      minor: true,
    },
    {
      id: 'vendidas_sin',
      header: texts.unitsWithout,
      kind: 'quantity',
      value: (row) => row.unidades_sin_stock,
      width: 22,
      minor: true,
    },
    categoryColumn<LostRow>(input),
  ];
}

export function idleColumns(input: ColumnInput): Column<IdleRow>[] {
  const { texts, money } = input;
  return [
    ...baseColumns<IdleRow>(input),
    { id: 'valor', header: `${texts.value} (${money.symbol})`, kind: 'money', value: (row) => money.amount(row.valor) },
    { id: 'cantidad', header: texts.quantity, kind: 'quantity', value: (row) => row.cantidad },
    { id: 'sin_venta', header: texts.daysWithoutSale, kind: 'whole', value: (row) => row.dias_sin_venta, width: 16 },
    {
      id: 'ultima_venta',
      header: texts.lastSale,
      kind: 'date',
      value: (row) => row.ultima_venta,
      hint: texts.lastSaleHint,
    },
    { id: 'ultima_entrada', header: texts.lastEntry, kind: 'date', value: (row) => row.ultima_entrada, width: 15 },
    categoryColumn<IdleRow>(input),
  ];
}

/** With the arithmetic: stock / (sold / days). */
export function coverColumns(input: ColumnInput): Column<CoverRow>[] {
  const { texts } = input;
  return [
    ...baseColumns<CoverRow>(input),
    { id: 'cobertura', header: texts.cover, kind: 'quantity', value: (row) => row.dias_cobertura, width: 16 },
    { id: 'cantidad', header: texts.quantity, kind: 'quantity', value: (row) => row.cantidad },
    { id: 'demanda', header: texts.demand, kind: 'quantity', value: (row) => row.demanda_diaria, width: 14 },
    { id: 'vendidas', header: texts.sold, kind: 'quantity', value: (row) => row.unidades_vendidas, minor: true },
    {
      id: 'dias_con',
      header: texts.daysOfSales,
      kind: 'whole',
      value: (row) => row.dias_con_ventas,
      width: 15,
      minor: true,
    },
    categoryColumn<CoverRow>(input),
  ];
}
