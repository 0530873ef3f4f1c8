import { decimalText, scopeParameter, type SqlRunner, type StoreScope } from '../base/index.ts';

/** What every analytic question is asked about. The scope has no default: nobody forgets it. */
export interface SalesRange {
  readonly stores: StoreScope;
  /** Business dates, both included; left out, that end is open. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The sums of a set of sales lines. Decimals are exact text: money with at least 2 decimals, units without trailing
 * zeros (returns subtracted). Receipts are distinct invoice numbers of a store's day; lines without a number count in none.
 * `ticket_promedio` is venta_total / facturas, rounded half away from zero to 2 decimals, null without receipts.
 */
export interface SalesTotals {
  readonly venta_total: string;
  readonly unidades: string;
  readonly lineas: number;
  readonly lineas_devueltas: number;
  readonly facturas: number;
  readonly ticket_promedio: string | null;
}

export interface SalesReport {
  readonly total: SalesTotals;
  /** The days between which there are lines; null if there are none. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** By store id, the highest venta_total first; only stores that have lines. */
  readonly byStore: ReadonlyMap<string, SalesTotals>;
  /** By date; only days that have lines. */
  readonly byDay: readonly ({ readonly fecha: string } & SalesTotals)[];
}

/**
 * One statement, so that the total, the stores and the days are of one snapshot and add up. Its conditions are such that an
 * index finds what they leave whatever the parameters are: a connection may plan it once for all of them.
 */
const salesTotalsSql = (ofStores: string) => `
  SELECT ubicacion_id::text, fecha, min(fecha) AS desde, max(fecha) AS hasta,
         coalesce(sum(venta_total), 0) AS venta_total,
         coalesce(sum(unidades), 0) AS unidades,
         coalesce(sum(lineas), 0) AS lineas,
         coalesce(sum(lineas_devueltas), 0) AS lineas_devueltas,
         coalesce(sum(total_facturas), 0) AS facturas,
         round(sum(venta_total) / nullif(sum(total_facturas), 0), 2) AS ticket_promedio
  FROM ventas_diarias
  WHERE ${ofStores}
    AND fecha >= coalesce($2::date, '-infinity')
    AND fecha <= coalesce($3::date, 'infinity')
  GROUP BY GROUPING SETS ((), (ubicacion_id), (fecha))
  ORDER BY fecha, venta_total DESC, ubicacion_id`;

const ofAll = { name: 'fluxion_sales_totals', text: salesTotalsSql('$1::text[] IS NULL') };
const ofSome = { name: 'fluxion_sales_totals_of', text: salesTotalsSql('ubicacion_id = ANY ($1::text[])') };

interface Row {
  readonly ubicacion_id: string | null;
  readonly fecha: string | null;
  readonly desde: string | null;
  readonly hasta: string | null;
  readonly venta_total: string;
  readonly unidades: string;
  readonly lineas: string;
  readonly lineas_devueltas: string;
  readonly facturas: string;
  readonly ticket_promedio: string | null;
}

function totalsOf(row: Row): SalesTotals {
  return {
    venta_total: decimalText(row.venta_total, 2),
    unidades: decimalText(row.unidades),
    lineas: Number(row.lineas),
    lineas_devueltas: Number(row.lineas_devueltas),
    facturas: Number(row.facturas),
    ticket_promedio: row.ticket_promedio,
  };
}

/** The sums of no lines at all. */
export const noSales: SalesTotals = {
  venta_total: '0.00',
  unidades: '0',
  lineas: 0,
  lineas_devueltas: 0,
  facturas: 0,
  ticket_promedio: null,
};

/** What the stores sold in the range: together, each store, and each day. */
export async function salesTotals({ db, range }: { db: SqlRunner; range: SalesRange }): Promise<SalesReport> {
  const parameters = [scopeParameter(range.stores), range.from ?? null, range.to ?? null];
  const { rows } = await db.query<Row>(range.stores === 'all' ? ofAll : ofSome, parameters);
  const byStore = new Map<string, SalesTotals>();
  const byDay: ({ fecha: string } & SalesTotals)[] = [];
  let whole: Row | undefined;
  for (const row of rows) {
    if (row.ubicacion_id !== null) byStore.set(row.ubicacion_id, totalsOf(row));
    else if (row.fecha !== null) byDay.push({ fecha: row.fecha, ...totalsOf(row) });
    else whole = row;
  }
  const total = whole === undefined ? noSales : totalsOf(whole);
  return { total, firstDay: whole?.desde ?? null, lastDay: whole?.hasta ?? null, byStore, byDay };
}
