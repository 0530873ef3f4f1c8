import {
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleType,
  isBrokenCircuitError,
  noJitterGenerator,
} from 'cockatiel';
import type { Pool } from 'pg';
import { SourceFailure } from '../../sources/index.ts';

/** A breaker opens after so many failures in a row. */
const threshold = 5;
/** It stays open for a minute, then each time twice as long, at most an hour. */
const firstPauseMs = 60_000;
const longestPauseMs = 3_600_000;

/** What the breaker of a source and a store looks after. */
export interface Guarded {
  readonly source: string;
  /** Null: the source is not asked by store. */
  readonly ubicacionId: string | null;
}

interface BreakerRow {
  readonly fallos: number;
  readonly aperturas: number;
  /** Milliseconds since 1970. */
  readonly abierta: number | null;
  readonly mensaje: string | null;
}

/** What cockatiel gives back as its state, and begins with again. */
interface BreakerState {
  readonly ownState: { readonly value: CircuitState; readonly openedAt?: number; readonly attemptNo?: number };
  readonly breakerState: number;
}

/**
 * Asks a source unless it has failed for this store too often of late, and keeps in the database how it went: so the breaker
 * works across calls and processes. `insist`: somebody wants it to be asked whatever it did before.
 * @throws SourceFailure if it is not asked; what `ask` throws
 */
export async function throughBreaker<T>(
  pool: Pool,
  guarded: Guarded,
  insist: boolean,
  ask: () => Promise<T>,
): Promise<T> {
  const row = await rowOf(pool, guarded);
  const breaker = circuitBreaker(handleType(SourceFailure), {
    breaker: new ConsecutiveBreaker(threshold),
    halfOpenAfter: new ExponentialBackoff({
      generator: noJitterGenerator,
      initialDelay: firstPauseMs,
      maxDelay: longestPauseMs,
    }),
    initialState: stateOf(row, insist),
  });
  const keep = (failure?: SourceFailure) => keepState(pool, guarded, breaker.toJSON() as BreakerState, failure);
  try {
    const result = await breaker.execute(ask);
    await keep();
    return result;
  } catch (error) {
    if (isBrokenCircuitError(error)) throw notAsked(guarded, row);
    if (error instanceof SourceFailure) await keep(error);
    throw error;
  }
}

/** Failures in a row of a source, by store. */
export async function failuresOf(pool: Pool, source: string): Promise<ReadonlyMap<string | null, number>> {
  const { rows } = await pool.query<{ ubicacion_id: string | null; fallos: number }>(
    'SELECT ubicacion_id, fallos FROM public.fuentes_estado WHERE fuente = $1',
    [source],
  );
  return new Map(rows.map(({ ubicacion_id, fallos }) => [ubicacion_id, fallos]));
}

async function rowOf(pool: Pool, { source, ubicacionId }: Guarded): Promise<BreakerRow> {
  const { rows } = await pool.query<BreakerRow>(
    `SELECT fallos, aperturas, (extract(epoch FROM abierta) * 1000)::float8 AS abierta, mensaje FROM public.fuentes_estado
     WHERE fuente = $1 AND ubicacion_id IS NOT DISTINCT FROM $2`,
    [source, ubicacionId],
  );
  return rows[0] ?? { fallos: 0, aperturas: 0, abierta: null, mensaje: null };
}

function stateOf({ fallos, aperturas, abierta }: BreakerRow, insist: boolean): BreakerState {
  if (abierta === null) return { ownState: { value: CircuitState.Closed }, breakerState: fallos };
  // What was opened long ago may be tried.
  const openedAt = insist ? 0 : abierta;
  return { ownState: { value: CircuitState.Open, openedAt, attemptNo: aperturas }, breakerState: fallos };
}

async function keepState(
  pool: Pool,
  { source, ubicacionId }: Guarded,
  { ownState, breakerState }: BreakerState,
  failure: SourceFailure | undefined,
): Promise<void> {
  const open = ownState.value === CircuitState.Open;
  await pool.query(
    `INSERT INTO public.fuentes_estado AS e (fuente, ubicacion_id, fallos, aperturas, abierta, mensaje, ultimo_fallo, ultimo_exito)
     VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $6::text IS NOT NULL THEN now() END, CASE WHEN $6::text IS NULL THEN now() END)
     ON CONFLICT ON CONSTRAINT fuentes_estado_key DO UPDATE SET fallos = excluded.fallos, aperturas = excluded.aperturas,
       abierta = excluded.abierta, mensaje = excluded.mensaje, ultimo_fallo = coalesce(excluded.ultimo_fallo, e.ultimo_fallo),
       ultimo_exito = coalesce(excluded.ultimo_exito, e.ultimo_exito)`,
    [
      source,
      ubicacionId,
      breakerState,
      open ? ownState.attemptNo : 0,
      open ? new Date(ownState.openedAt ?? 0) : null,
      failure?.message ?? null,
    ],
  );
}

function notAsked(
  { source, ubicacionId }: Guarded,
  { fallos, aperturas, abierta, mensaje }: BreakerRow,
): SourceFailure {
  const pause = Math.min(firstPauseMs * 2 ** (aperturas - 1), longestPauseMs);
  const until = new Date((abierta ?? 0) + pause).toISOString().replace(/\.\d+Z$/, 'Z');
  const what = ubicacionId === null ? source : `${source} for ${ubicacionId}`;
  return new SourceFailure(
    `${what} is not asked before ${until}, because it has failed ${fallos} times in a row: ${mensaje}`,
  );
}
