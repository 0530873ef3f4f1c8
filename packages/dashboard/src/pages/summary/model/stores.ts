import type { AnswerTo } from '../../../client/index.ts';
import { ratio } from '../../../figures/index.ts';
import type { BusinessDate } from '../../../range/index.ts';
import type { ComparedRanges } from './compared.ts';

export type StoreAnswer = AnswerTo<'compararVentasPorTienda'>['datos'][number];
export type Freshness = AnswerTo<'verFrescura'>['datos'][number];

/** A store's sales of the range, ready to be shown. */
export interface StoreRow {
  readonly id: string;
  readonly name: string;
  readonly sales: string;
  /** Of the sales of all stores, 0 to 1; null if they sold nothing. */
  readonly share: number | null;
  /** Relative to the period before; null if it cannot be compared. */
  readonly change: number | null;
  readonly changeYear: number | null;
  readonly receipts: number;
  readonly ticket: string | null;
  readonly units: string;
  readonly marginPercent: string | null;
  readonly until: BusinessDate | null;
  /** Days that should have data and have none; null for a store that never had any. */
  readonly late: number | null;
}

/** What the rows are made of. */
export interface StoresInput {
  /** The stores that sold, in the server's order. */
  readonly sold: readonly StoreAnswer[];
  /** All active stores; empty while they are not known. */
  readonly freshness: readonly Freshness[];
  readonly total: string;
  readonly compared: ComparedRanges;
}

/** One row for every store that sold, and after them one for each active one that did not. */
export function storeRows({ sold, freshness, total, compared }: StoresInput): StoreRow[] {
  const fresh = new Map(freshness.map((store) => [store.ubicacion_id, store]));
  const rows = sold.map((store): StoreRow => ({
    id: store.ubicacion_id,
    name: store.nombre ?? store.ubicacion_id,
    sales: store.venta_total,
    share: ratio(store.venta_total, total),
    change: compared.previous === null ? null : fraction(store.cambio_anterior),
    changeYear: compared.year === null ? null : fraction(store.cambio_anio_anterior),
    receipts: store.facturas,
    ticket: store.ticket_promedio,
    units: store.unidades,
    marginPercent: store.margen_porcentaje,
    ...reachOf(fresh.get(store.ubicacion_id)),
  }));
  const seen = new Set(rows.map(({ id }) => id));
  return [...rows, ...freshness.filter(({ ubicacion_id: id }) => !seen.has(id)).map((store) => soldNothing(store))];
}

function soldNothing(store: Freshness): StoreRow {
  return {
    id: store.ubicacion_id,
    name: store.nombre,
    sales: '0',
    share: 0,
    change: null,
    changeYear: null,
    receipts: 0,
    ticket: null,
    units: '0',
    marginPercent: null,
    ...reachOf(store),
  };
}

function reachOf(store: Freshness | undefined): Pick<StoreRow, 'until' | 'late'> {
  return { until: store?.datos_hasta ?? null, late: store === undefined ? 0 : store.dias_de_atraso };
}

/** Whether a store's data should reach further than they do. */
export function isLate({ late }: Pick<StoreRow, 'late'>): boolean {
  return late === null || late > 0;
}

/** Per cent as text to a fraction of one. */
function fraction(percent: string | null): number | null {
  return percent === null ? null : Number(percent) / 100;
}
