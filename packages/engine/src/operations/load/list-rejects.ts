import { scopeParameter, type Batch } from '../../base/index.ts';
import type { OperationContext, StreamingContext } from '../context.ts';
import { streamOf } from '../listing.ts';
import { narrowStores } from '../store/narrow.ts';

/** A line that could not be loaded. */
export interface Reject {
  readonly entrega_id: string;
  /** Numbers those of the delivery from 1, in the order in which it holds them. */
  readonly numero: number;
  /** The file, or the source with what it was asked. */
  readonly archivo: string;
  readonly fuente: string | null;
  /** Where the line stands in the file, from 1. */
  readonly linea: string;
  /** Null: the line as a whole. */
  readonly columna: string | null;
  readonly valor: string | null;
  /** In English, as the loader says it. */
  readonly razon: string;
  /** The line as it stands. */
  readonly texto: string;
  readonly ubicacion_id: string | null;
  readonly fecha: string | null;
}

/** Where a line stands in the list's order. */
export type RejectKey = Pick<Reject, 'entrega_id' | 'numero'>;

interface RejectsInput {
  readonly delivery?: string | undefined;
  readonly stores?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The line after which the page begins. */
  readonly after?: RejectKey | undefined;
}

const rejectsSql = `
  SELECT r.entrega_id, r.numero, coalesce(nullif(r.archivo, ''), e.nombre) AS archivo, e.fuente, r.linea, r.columna, r.valor, r.razon, r.texto, r.ubicacion_id, r.fecha
  FROM rechazos AS r
  JOIN entregas AS e ON e.id = r.entrega_id
  WHERE ($1::text[] IS NULL OR r.ubicacion_id = ANY ($1))
    AND ($2::bigint IS NULL OR r.entrega_id = $2)
    AND ($3::date IS NULL OR r.fecha >= $3)
    AND ($4::date IS NULL OR r.fecha <= $4)
    AND ($5::bigint IS NULL OR r.entrega_id < $5 OR (r.entrega_id = $5 AND r.numero > $6::integer))
  ORDER BY r.entrega_id DESC, r.numero
  LIMIT $7`;

async function parametersOf(ctx: OperationContext, input: RejectsInput, limit: number | null): Promise<unknown[]> {
  const stores = await narrowStores({ ctx, input });
  const { delivery = null, from = null, to = null, after } = input;
  return [scopeParameter(stores), delivery, from, to, after?.entrega_id ?? null, after?.numero ?? null, limit];
}

interface ListRejects {
  readonly ctx: OperationContext;
  readonly input: RejectsInput & { readonly limit: number };
}

/**
 * The lines that could not be loaded, those of the last delivery first, in the order of the delivery. A line whose store cannot
 * be read may be any store's: only who sees all stores sees it.
 *
 * @throws InvalidInput UNKNOWN_STORE
 */
export async function listRejects({ ctx, input }: ListRejects): Promise<readonly Reject[]> {
  const { rows } = await ctx.db.query<Reject>(rejectsSql, await parametersOf(ctx, input, input.limit));
  return rows;
}

interface StreamRejects {
  readonly ctx: StreamingContext;
  /** Of a line, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: RejectsInput;
}

/** All the lines that match, in the order of `listRejects` and of one snapshot. @throws InvalidInput UNKNOWN_STORE */
export async function* streamRejects({ ctx, columns, input }: StreamRejects): AsyncGenerator<Batch> {
  yield* streamOf(ctx, { text: rejectsSql, values: await parametersOf(ctx, input, null) }, columns);
}
