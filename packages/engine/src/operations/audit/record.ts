import type { Actor, AnonymousContext } from '../context.ts';

/** What the audit log tells of: a word for each kind of deed. */
export const auditedActions = [
  'iniciar_sesion',
  'cerrar_sesion',
  'sesion_rechazada',
  'cambiar_clave',
  'segundo_factor',
  'enlace',
  'exportar',
  'consulta_sql',
  'pedido',
  'recuperar_cargas',
  'usuario',
  'ubicacion',
  'clave_api',
] as const;
export type AuditedAction = (typeof auditedActions)[number];

/** One deed. */
export interface AuditEntry {
  readonly action: AuditedAction;
  /** What it was done to: an id, a path. */
  readonly object?: string | undefined;
  /** Whatever else tells what was done; never a secret. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

interface RecordAudit {
  readonly ctx: AnonymousContext & {
    /** Who did it; undefined if nobody was signed in. */
    readonly actor?: Pick<Actor, 'id' | 'correo'> | undefined;
    /** By which API token or session. */
    readonly tokenId?: string | undefined;
    readonly address?: string | undefined;
    readonly requestId?: string | undefined;
  };
  readonly input: AuditEntry;
}

const recordSql = `
  INSERT INTO fluxion.auditoria (usuario_id, correo, token_id, accion, objeto, detalle, direccion, solicitud_id)
  VALUES ($1, $2, $3, $4, left($5, 200), $6, left($7, 64), left($8, 64))`;

/** Writes a deed to the audit log. Run with a transaction's client, it is written exactly if the deed is done. */
export async function recordAudit({ ctx, input }: RecordAudit): Promise<void> {
  const { actor, tokenId, address, requestId } = ctx;
  await ctx.db.query(recordSql, [
    actor?.id ?? null,
    actor?.correo ?? null,
    tokenId ?? null,
    input.action,
    input.object ?? null,
    input.detail === undefined ? null : JSON.stringify(input.detail),
    address ?? null,
    requestId ?? null,
  ]);
}
