import { type ReactNode, useMemo } from 'react';
import { DataTable } from '../../../components/index.ts';
import { stockWords, useStockMoney } from '../../../components/stock/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { coverOf, type Grouping, type StockSummary, type StockTotals, urgentOf } from '../model/index.ts';
import { useHere, useInventory, useOverviewTexts } from '../state/index.ts';
import { healthColumns } from './health-columns.tsx';
import type { SoldBy } from './useSold.ts';

export interface HealthTableProps {
  readonly title: string;
  /** What each row is. */
  readonly by: Grouping;
  readonly rows: readonly StockSummary[];
  readonly totals: StockTotals;
  readonly sold: SoldBy;
}

const idOf = (row: StockSummary) => row.clave;

/** A row for each store or category, that narrows the page to it. */
export function HealthTable({ by, title, rows, totals, sold }: HealthTableProps) {
  const texts = useOverviewTexts();
  const { states } = useTexts(stockWords);
  const { address } = useInventory();
  const { health: view } = address;
  const { numbers } = useLocale();
  const money = useStockMoney();
  const here = useHere();
  const columns = useMemo(
    () => healthColumns({ texts, states, first: texts.byOf[by], money, sold, view, numbers }),
    [texts, states, by, money, sold, view, numbers],
  );
  const total = useTotalRow(totals, sold);
  return (
    <DataTable
      label={title}
      rows={rows}
      columns={columns}
      rowId={idOf}
      total={rows.length > 1 ? total : undefined}
      href={({ clave }) => here({ [by]: [clave] })}
    />
  );
}

function useTotalRow(totals: StockTotals, sold: SoldBy): Record<string, ReactNode> {
  const texts = useOverviewTexts();
  const { numbers } = useLocale();
  const { amount } = useStockMoney();
  const money = (bolivares: string) => numbers.money(amount(bolivares) ?? bolivares);
  const { configured, states } = totals;
  const cover = coverOf(totals.value, sold.total);
  return {
    nombre: texts.total,
    configurados: numbers.whole(configured),
    sin_stock: numbers.whole(states.SIN_STOCK),
    criticos: numbers.whole(states.CRITICO),
    bajos: numbers.whole(states.BAJO),
    normales: numbers.whole(states.NORMAL),
    excesos: numbers.whole(states.EXCESO),
    urgentes: numbers.whole(urgentOf(states)),
    valor: money(totals.value),
    cobertura: cover === null ? null : numbers.whole(cover),
    productos: numbers.whole(totals.products),
    unidades: numbers.quantity(totals.units),
    negativos: numbers.whole(totals.negatives),
    valor_negativo: money(totals.negativeValue),
  };
}
