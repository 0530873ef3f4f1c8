import { addDays, daysBetween, scopeParameter } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';
import { narrowStores } from '../store/narrow.ts';
import { dayState, gapStates, usualLines, type DayEntry, type DayState } from './day-state.ts';

/** One store's business day in the calendar. */
export interface CalendarDay {
  readonly fecha: string;
  readonly estado: DayState;
  /** Sales lines that are in. */
  readonly lineas: number;
  /** The store's usual number of lines on such a weekday (`usualLines`), rounded; null while too little is known. */
  readonly habitual: number | null;
  /** Lines of the day's delivery that could not be loaded. */
  readonly rechazadas: number;
  /** The last attempt to load the day, if it failed: also where the data of an earlier one are in. */
  readonly fallo: { readonly momento: string; readonly mensaje: string } | null;
}

export interface StoreCalendar {
  readonly ubicacion_id: string;
  readonly codigo: string;
  readonly nombre: string;
  /** The store's own today. */
  readonly hoy: string;
  /** Its first day with data; null while it has none. */
  readonly primer_dia: string | null;
  /** Days that are missing, failed or short. */
  readonly huecos: number;
  /** Every day of the range. */
  readonly dias: readonly CalendarDay[];
}

export interface GapCalendar {
  readonly fecha_inicio: string;
  readonly fecha_fin: string;
  /** The active stores, by codigo. */
  readonly tiendas: readonly StoreCalendar[];
}

interface AskCalendar {
  readonly ctx: Pick<OperationContext, 'db' | 'stores'>;
  readonly input: {
    /** The first day; the last one's 34 days before unless told. */
    readonly from?: string | undefined;
    /** The last day; the stores' latest today unless told. */
    readonly to?: string | undefined;
    readonly stores?: readonly string[] | undefined;
    /** The moment that it is asked at; the database's clock unless told. */
    readonly now?: Date | undefined;
  };
}

interface StoreRow {
  readonly id: string;
  readonly codigo: string;
  readonly nombre: string;
  readonly dias_operacion: string | null;
  readonly hoy: string;
  readonly primer_dia: string | null;
  readonly ahora: string;
}

interface DayRow {
  readonly ubicacion_id: string;
  readonly fecha: string;
  readonly lineas: number;
}

interface LedgerRow extends DayEntry {
  readonly ubicacion_id: string;
  readonly fecha: string;
  readonly rechazadas: number;
  readonly intento: string | null;
  readonly intento_mensaje: string | null;
}

const defaultDays = 35;
/** The usual number of lines is taken from so many weeks. */
const weeks = 8;

const storesSql = `
  SELECT u.id, u.codigo, u.nombre, u.dias_operacion, (t.ahora AT TIME ZONE u.zona_horaria)::date AS hoy, t.ahora,
         least((SELECT min(d.fecha) FROM ventas_diarias AS d WHERE d.ubicacion_id = u.id),
               (SELECT min(c.fecha) FROM cargas AS c WHERE c.ubicacion_id = u.id AND c.fuente IN ('ventas', 'facturas')
                  AND c.resultado IN ('cargada', 'con_rechazos', 'vacia'))) AS primer_dia
  FROM ubicaciones AS u
  CROSS JOIN (SELECT coalesce($2::timestamptz, now()) AS ahora) AS t
  WHERE u.tipo = 'tienda' AND u.activo IS NOT FALSE AND ($1::text[] IS NULL OR u.id = ANY ($1))
  ORDER BY u.codigo`;

const linesSql = `
  SELECT ubicacion_id, fecha, lineas FROM ventas_diarias
  WHERE ubicacion_id = ANY ($1) AND fecha BETWEEN $2 AND $3`;

const ledgerSql = `
  SELECT ubicacion_id, fecha, resultado, iniciada, filas_rechazadas::float8 AS rechazadas, intento, intento_mensaje FROM cargas
  WHERE fuente IN ('ventas', 'facturas') AND ubicacion_id = ANY ($1) AND fecha BETWEEN $2 AND $3`;

/** What is known of one store, day by day from the first date that is looked at: eight weeks before the range. */
interface Known {
  readonly lines: number[];
  readonly entries: LedgerRow[][];
}

/**
 * Which of the active stores' days have their sales and which do not, from the ledger and the daily totals: no sales line is
 * read. Days that came by migration have lines and no ledger entry, and count as loaded. Days before a store's first data
 * are no gaps, nor is the store's own today.
 *
 * @throws InvalidInput UNKNOWN_STORE
 */
export async function gapCalendar({ ctx, input }: AskCalendar): Promise<GapCalendar> {
  const scope = await narrowStores({ ctx, input });
  const { rows: stores } = await ctx.db.query<StoreRow>(storesSql, [scopeParameter(scope), input.now ?? null]);
  const latest =
    stores
      .map(({ hoy }) => hoy)
      .toSorted()
      .at(-1) ?? new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const to = input.to ?? [latest, input.from ?? latest].toSorted().at(-1) ?? latest;
  const from = input.from ?? addDays(to, 1 - defaultDays);
  const dates = Array.from({ length: 7 * weeks + daysBetween(from, to) + 1 }, (_, index) =>
    addDays(from, index - 7 * weeks),
  );
  const known = await readDays(ctx, stores, dates);
  const tiendas = stores.map((store) => storeCalendar(store, dates, known.get(store.id) ?? unknown(dates)));
  return { fecha_inicio: from, fecha_fin: to, tiendas };
}

function unknown(dates: readonly string[]): Known {
  return { lines: dates.map(() => 0), entries: dates.map(() => []) };
}

async function readDays(
  { db }: AskCalendar['ctx'],
  stores: readonly StoreRow[],
  dates: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const parameters = [stores.map(({ id }) => id), dates[0], dates.at(-1)];
  const { rows: days } = await db.query<DayRow>(linesSql, parameters);
  const { rows: entries } = await db.query<LedgerRow>(ledgerSql, parameters);
  const known = new Map(stores.map(({ id }) => [id, unknown(dates)]));
  const indexes = new Map(dates.map((date, index) => [date, index]));
  const indexOf = (fecha: string) => indexes.get(fecha) ?? 0;
  for (const { ubicacion_id, fecha, lineas } of days) known.get(ubicacion_id)?.lines.splice(indexOf(fecha), 1, lineas);
  for (const entry of entries) known.get(entry.ubicacion_id)?.entries[indexOf(entry.fecha)]?.push(entry);
  return known;
}

function storeCalendar(store: StoreRow, dates: readonly string[], known: Known): StoreCalendar {
  const dias = dates.slice(7 * weeks).map((fecha, day) => calendarDay(store, fecha, day + 7 * weeks, known));
  const { id, codigo, nombre, hoy, primer_dia } = store;
  const huecos = dias.filter(({ estado }) => gapStates.includes(estado)).length;
  return { ubicacion_id: id, codigo, nombre, hoy, primer_dia, huecos, dias };
}

function calendarDay(store: StoreRow, fecha: string, index: number, known: Known): CalendarDay {
  const entries = known.entries[index] ?? [];
  const lineas = known.lines[index] ?? 0;
  const before = Array.from({ length: weeks }, (_, week) => known.lines[index - 7 * (week + 1)] ?? 0);
  const usual = usualLines(before.filter((lines) => lines > 0));
  const estado = dayState({ ...store, fecha, lineas, habitual: usual, entries, now: new Date(store.ahora) });
  return {
    fecha,
    estado,
    lineas,
    habitual: usual === null ? null : Math.round(usual),
    rechazadas: Math.max(0, ...entries.map(({ rechazadas }) => rechazadas)),
    fallo: lastFailure(entries),
  };
}

function lastFailure(entries: readonly LedgerRow[]): CalendarDay['fallo'] {
  const failures = entries.flatMap(({ intento, intento_mensaje }) =>
    intento === null ? [] : [{ momento: intento, mensaje: intento_mensaje ?? '' }],
  );
  return failures.toSorted((a, b) => a.momento.localeCompare(b.momento)).at(-1) ?? null;
}
