import sql from 'sql-template-tag';
import { addDays, daysBetween } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';
import { rowsOf } from '../listing.ts';
import { gapCalendar, type StoreCalendar } from '../load/calendar.ts';
import type { Load } from '../load/list.ts';

/** How far a store's sales reach. */
export interface StoreFreshness {
  readonly ubicacion_id: string;
  readonly codigo: string;
  readonly nombre: string;
  /** The store's own today. */
  readonly hoy: string;
  /** The last business date with a sales line; null if it never had one. */
  readonly datos_hasta: string | null;
  /** Days since then that should have sales by now, as `daysLate` counts them; null if it never had any. */
  readonly dias_de_atraso: number | null;
  /** Of the last 35 days, those that are missing, failed or short. */
  readonly huecos: number;
  /** When the last load of its sales ended, or began if it runs; null: there was none. ISO 8601 in UTC. */
  readonly ultima_carga: string | null;
  readonly resultado: Load['resultado'] | null;
  /** The last failed attempt to load a day that is still as it was before. */
  readonly ultimo_fallo: string | null;
}

type Days = Pick<StoreCalendar, 'dias' | 'hoy'>;

/** The days of the calendar after `through` that should have sales by now, as `daysLate` counts them. */
function lateDays(through: string, { dias, hoy }: Days): StoreCalendar['dias'] {
  return dias.filter(
    ({ fecha, estado }) => fecha > through && fecha < hoy && estado !== 'cerrada' && estado !== 'vacia',
  );
}

/**
 * How many days after `through` are missing: before the store's today, which is not over, and without the days on which it
 * is closed or its source said that there were no sales. Days before the calendar begins count, each.
 */
export function daysLate(through: string, days: Days): number {
  const before = daysBetween(through, days.dias[0]?.fecha ?? days.hoy) - 1;
  return Math.max(0, before) + lateDays(through, days).length;
}

/** The first of the days that `daysLate` counts; undefined: there is none. */
export function firstLateDay(through: string, days: Days): string | undefined {
  const next = addDays(through, 1);
  return next < (days.dias[0]?.fecha ?? days.hoy) ? next : lateDays(through, days)[0]?.fecha;
}

type Known = Pick<StoreFreshness, 'ubicacion_id' | 'datos_hasta' | 'ultima_carga' | 'resultado' | 'ultimo_fallo'>;

interface AskFreshness {
  readonly ctx: OperationContext;
  readonly input: {
    readonly stores?: readonly string[] | undefined;
    /** The moment that it is asked at; the database's clock unless told. */
    readonly now?: Date | undefined;
  };
}

/** How fresh the sales of each active store are, by codigo. @throws InvalidInput UNKNOWN_STORE */
export async function storeFreshness({ ctx, input }: AskFreshness): Promise<readonly StoreFreshness[]> {
  const { tiendas } = await gapCalendar({ ctx, input });
  const known = await rowsOf<Known>(
    ctx,
    sql`
      SELECT u.id AS ubicacion_id, (SELECT max(fecha) FROM ventas_diarias WHERE ubicacion_id = u.id) AS datos_hasta,
        c.momento AS ultima_carga, c.resultado,
        (SELECT max(intento) FROM cargas WHERE ubicacion_id = u.id AND fuente IN ('ventas', 'facturas')) AS ultimo_fallo
      FROM ubicaciones AS u
      LEFT JOIN LATERAL (
        SELECT coalesce(terminada, iniciada) AS momento, resultado FROM cargas
        WHERE ubicacion_id = u.id AND fuente IN ('ventas', 'facturas') ORDER BY momento DESC, fecha DESC LIMIT 1) AS c ON true
      WHERE u.id = ANY (${tiendas.map(({ ubicacion_id }) => ubicacion_id)})`,
  );
  const byStore = new Map(known.map((row) => [row.ubicacion_id, row]));
  return tiendas.map((store) => {
    const { ubicacion_id, codigo, nombre, hoy, huecos } = store;
    const { datos_hasta, ultima_carga, resultado, ultimo_fallo } = byStore.get(ubicacion_id) ?? nothingKnown;
    const dias_de_atraso = datos_hasta === null ? null : daysLate(datos_hasta, store);
    return {
      ubicacion_id,
      codigo,
      nombre,
      hoy,
      datos_hasta,
      dias_de_atraso,
      huecos,
      ultima_carga,
      resultado,
      ultimo_fallo,
    };
  });
}

const nothingKnown = { datos_hasta: null, ultima_carga: null, resultado: null, ultimo_fallo: null } as const;
