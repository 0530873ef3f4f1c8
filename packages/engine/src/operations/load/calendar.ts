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
  readonly desde: string;
  readonly hasta: string;
  /** The active stores, by codigo. */
  readonly tiendas: readonly StoreCalendar[];
}

interface AskCalendar {
  readonly ctx: Pick<OperationContext, 'db' | 'stores'>;
  readonly input: {
    /** The first day; the last one's 34 days before unless told. */
    readonly desde?: string | undefined;
    /** The last day; the stores' latest today unless told. */
    readonly hasta?: string | undefined;
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
/** The weeks that the usual number of lines is taken from. */
const weeks = Array.from({ length: 8 }, (_, index) => -7 * (index + 1));

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

const keyOf = (store: string, day: string) => `${day} ${store}`;

/** What is known of the days, by `keyOf`. */
interface Known {
  readonly lines: ReadonlyMap<string, number>;
  readonly ledger: ReadonlyMap<string, readonly LedgerRow[]>;
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
  const hasta = input.hasta ?? [latest, input.desde ?? latest].toSorted().at(-1) ?? latest;
  const desde = input.desde ?? addDays(hasta, 1 - defaultDays);
  const known = await readDays(ctx, stores, desde, hasta);
  const days = Array.from({ length: daysBetween(desde, hasta) + 1 }, (_, index) => addDays(desde, index));
  return { desde, hasta, tiendas: stores.map((store) => storeCalendar(store, days, known)) };
}

async function readDays(
  { db }: AskCalendar['ctx'],
  stores: readonly StoreRow[],
  desde: string,
  hasta: string,
): Promise<Known> {
  const parameters = [stores.map(({ id }) => id), addDays(desde, Math.min(...weeks)), hasta];
  const { rows: lines } = await db.query<DayRow>(linesSql, parameters);
  const { rows: entries } = await db.query<LedgerRow>(ledgerSql, parameters);
  const ledger = new Map<string, LedgerRow[]>();
  for (const entry of entries) {
    const key = keyOf(entry.ubicacion_id, entry.fecha);
    ledger.set(key, [...(ledger.get(key) ?? []), entry]);
  }
  return {
    lines: new Map(lines.map(({ ubicacion_id, fecha, lineas }) => [keyOf(ubicacion_id, fecha), lineas])),
    ledger,
  };
}

function storeCalendar(store: StoreRow, days: readonly string[], known: Known): StoreCalendar {
  const dias = days.map((fecha) => calendarDay(store, fecha, known));
  const { id, codigo, nombre, hoy, primer_dia } = store;
  const huecos = dias.filter(({ estado }) => gapStates.includes(estado)).length;
  return { ubicacion_id: id, codigo, nombre, hoy, primer_dia, huecos, dias };
}

function calendarDay(store: StoreRow, fecha: string, { lines, ledger }: Known): CalendarDay {
  const entries = ledger.get(keyOf(store.id, fecha)) ?? [];
  const lineas = lines.get(keyOf(store.id, fecha)) ?? 0;
  const usual = usualLines(weeks.flatMap((days) => lines.get(keyOf(store.id, addDays(fecha, days))) ?? []));
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
