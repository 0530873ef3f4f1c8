import type { TotalesVenta, VentaTienda } from '../../client/index.ts';
import { change, ratio } from '../../figures/index.ts';
import type { ComparedStatistics } from '../../hooks/index.ts';
import { covers, daysBetween, previousRange, type BusinessDate, type DateRange } from '../../range/index.ts';

/** What the parts of the page are made from. */
export interface SummaryInput {
  readonly statistics: ComparedStatistics;
  /** The days that have data. */
  readonly data: DateRange;
}

/** A store's sales of the range, ready to be shown. */
export interface StoreRow {
  readonly id: string;
  readonly name: string;
  readonly sales: string;
  /** Of the sales of all stores, 0 to 1; null if they sold nothing. */
  readonly share: number | null;
  /** Relative to the period before; null if it cannot be compared. */
  readonly change: number | null;
  readonly receipts: number;
  readonly averageTicket: string | null;
  readonly units: string;
  readonly dataUntil: BusinessDate | null;
  /** Days that the store's data end before those of the store that is furthest; null without any data. */
  readonly daysBehind: number | null;
}

/**
 * The range to compare a range with, or null if either is not wholly within the data: half a period before would make every
 * change look like growth, half a period now like a collapse.
 */
export function comparableRange(range: DateRange, data: DateRange): DateRange | null {
  const before = previousRange(range);
  return before && covers(data, range) && covers(data, before) ? before : null;
}

/** The totals of the period before, or null if the two periods cannot be compared. */
export function comparableTotals({ range, previous }: ComparedStatistics, data: DateRange): TotalesVenta | null {
  return comparableRange(range, data) && previous && previous.totales;
}

/** One row for every store, in the server's order. */
export function storeRows(statistics: ComparedStatistics, data: DateRange): StoreRow[] {
  const { current, previous } = statistics;
  const comparable = comparableTotals(statistics, data) !== null;
  const before = new Map(previous?.por_tienda.map((store) => [store.ubicacion_id, store.venta_total]));
  const furthest = latest(current.por_tienda);
  return current.por_tienda.map((store) => ({
    id: store.ubicacion_id,
    name: store.nombre,
    sales: store.venta_total,
    share: ratio(store.venta_total, current.totales.venta_total),
    change: comparable ? change(store.venta_total, before.get(store.ubicacion_id) ?? null) : null,
    receipts: store.facturas,
    averageTicket: store.ticket_promedio,
    units: store.unidades,
    dataUntil: store.datos_hasta,
    daysBehind: store.datos_hasta === null || furthest === null ? null : daysBetween(store.datos_hasta, furthest),
  }));
}

function latest(stores: readonly VentaTienda[]): BusinessDate | null {
  return stores.reduce<BusinessDate | null>(
    (found, { datos_hasta: day }) => (day !== null && (found === null || day > found) ? day : found),
    null,
  );
}

/** Whether a store's data end before the others'. */
export function isLate(store: StoreRow): boolean {
  return store.daysBehind === null || store.daysBehind > 0;
}
