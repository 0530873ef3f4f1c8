import { scopeParameter, type Batch } from '../../base/index.ts';
import type { OperationContext, StreamingContext } from '../context.ts';
import { streamOf } from '../listing.ts';
import { narrowStores } from '../store/narrow.ts';

export const loadOutcomes = ['en_curso', 'cargada', 'con_rechazos', 'vacia', 'fallida'] as const;

/** An entry of the ledger: what the tables hold of one store's business day, or of a master table (without store and day). */
export interface Load {
  readonly id: string;
  /** The kind of feed. */
  readonly fuente: string;
  readonly ubicacion_id: string | null;
  readonly fecha: string | null;
  /** The delivery that brought it; null: it failed, or the delivery is forgotten. */
  readonly entrega_id: string | null;
  readonly archivo: string | null;
  readonly filas_leidas: number;
  readonly filas_cargadas: number;
  readonly filas_rechazadas: number;
  /** Instants are ISO 8601 in UTC. */
  readonly iniciada: string;
  readonly terminada: string | null;
  readonly resultado: (typeof loadOutcomes)[number];
  readonly mensaje: string | null;
  /** The last attempt since, if it failed. */
  readonly intento: string | null;
  readonly intento_mensaje: string | null;
}

/** Where an entry stands in the list's order. */
export type LoadKey = Pick<Load, 'iniciada' | 'id'>;

interface LoadsInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly stores?: readonly string[] | undefined;
  readonly feed?: string | undefined;
  readonly outcome?: Load['resultado'] | undefined;
  /** The entry after which the page begins. */
  readonly after?: LoadKey | undefined;
}

const loadsSql = `
  SELECT id, fuente, ubicacion_id, fecha, entrega_id::text, archivo, filas_leidas::float8 AS filas_leidas,
         filas_cargadas::float8 AS filas_cargadas, filas_rechazadas::float8 AS filas_rechazadas,
         iniciada, terminada, resultado, mensaje, intento, intento_mensaje
  FROM cargas
  WHERE ($1::text[] IS NULL OR ubicacion_id = ANY ($1))
    AND ($2::date IS NULL OR fecha >= $2)
    AND ($3::date IS NULL OR fecha <= $3)
    AND ($4::text IS NULL OR fuente = $4)
    AND ($5::text IS NULL OR resultado = $5)
    AND ($6::timestamptz IS NULL OR (iniciada, id) < ($6, $7))
  ORDER BY iniciada DESC, id DESC
  LIMIT $8`;

async function parametersOf(ctx: OperationContext, input: LoadsInput, limit: number | null): Promise<unknown[]> {
  const stores = await narrowStores({ ctx, input });
  const { from = null, to = null, feed = null, outcome = null, after } = input;
  return [scopeParameter(stores), from, to, feed, outcome, after?.iniciada ?? null, after?.id ?? null, limit];
}

interface ListLoads {
  readonly ctx: OperationContext;
  readonly input: LoadsInput & { readonly limit: number };
}

/**
 * The ledger of loads, the last one first. Entries of master tables belong to no store: only who sees all stores sees them.
 *
 * @throws InvalidInput UNKNOWN_STORE
 */
export async function listLoads({ ctx, input }: ListLoads): Promise<readonly Load[]> {
  const { rows } = await ctx.db.query<Load>(loadsSql, await parametersOf(ctx, input, input.limit));
  return rows;
}

interface StreamLoads {
  readonly ctx: StreamingContext;
  /** Of an entry, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: LoadsInput;
}

/** All the entries that match, in the order of `listLoads` and of one snapshot. @throws InvalidInput UNKNOWN_STORE */
export async function* streamLoads({ ctx, columns, input }: StreamLoads): AsyncGenerator<Batch> {
  yield* streamOf(ctx, { text: loadsSql, values: await parametersOf(ctx, input, null) }, columns);
}
