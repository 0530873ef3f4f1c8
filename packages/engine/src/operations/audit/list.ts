import type { Batch } from '../../base/index.ts';
import type { AnonymousContext, StreamingContext } from '../context.ts';
import { streamOf } from '../listing.ts';
import type { AuditedAction } from './record.ts';

/** A deed of the audit log. `detalle` is JSON; `momento` ISO 8601 in UTC. */
export interface AuditedDeed {
  readonly id: string;
  readonly momento: string;
  readonly usuario_id: string | null;
  readonly correo: string | null;
  readonly token_id: string | null;
  readonly accion: AuditedAction;
  readonly objeto: string | null;
  readonly detalle: string | null;
  readonly direccion: string | null;
  readonly solicitud_id: string | null;
}
export type AuditKey = Pick<AuditedDeed, 'id'>;

interface AuditInput {
  readonly userId?: string | undefined;
  readonly action?: AuditedAction | undefined;
  /** Instants, ISO 8601: from (included) and to (not included). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: AuditKey | undefined;
}

const auditSql = `
  SELECT id, momento, usuario_id, correo, token_id, accion, objeto, detalle::text AS detalle, direccion, solicitud_id
  FROM fluxion.auditoria
  WHERE ($1::text IS NULL OR usuario_id = $1)
    AND ($2::text IS NULL OR accion = $2)
    AND ($3::timestamptz IS NULL OR momento >= $3)
    AND ($4::timestamptz IS NULL OR momento < $4)
    AND ($5::bigint IS NULL OR id < $5)
  ORDER BY id DESC
  LIMIT $6`;

function parametersOf({ userId, action, from, to, after }: AuditInput, limit: number | null): unknown[] {
  return [userId ?? null, action ?? null, from ?? null, to ?? null, after?.id ?? null, limit];
}

/** The deeds that match, newest first. New ones do not shift the pages. */
export async function listAudit({
  ctx,
  input,
}: {
  ctx: AnonymousContext;
  input: AuditInput & { readonly limit: number };
}): Promise<readonly AuditedDeed[]> {
  const { rows } = await ctx.db.query<AuditedDeed>(auditSql, parametersOf(input, input.limit));
  return rows;
}

interface StreamAudit {
  readonly ctx: Pick<StreamingContext, 'db'>;
  readonly columns: readonly string[];
  readonly input: AuditInput;
}

/** All the deeds that match, in the order of `listAudit`. */
export async function* streamAudit({ ctx, columns, input }: StreamAudit): AsyncGenerator<Batch> {
  yield* streamOf(ctx, { text: auditSql, values: parametersOf(input, null) }, columns);
}
