import { jsonText } from '../../base/index.ts';
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
  'tasa',
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

/** Where a deed comes from, beside the person. */
export interface AuditOrigin {
  /** By which API token or session. */
  readonly tokenId?: string | undefined;
  readonly address?: string | undefined;
  readonly requestId?: string | undefined;
}

interface AuditedDeed {
  readonly ctx: AuditOrigin & {
    /** Who did it; undefined if nobody was signed in. */
    readonly actor?: Pick<Actor, 'id' | 'correo'> | undefined;
  };
  readonly input: AuditEntry;
}

/**
 * SQL that writes the deeds of a JSON list, each as `auditedDeed` makes it. It ends with its FROM list: a statement that
 * does the deed and appends `CROSS JOIN done` tells of it exactly if it is done.
 */
export function auditSql(deeds: string): string {
  return `INSERT INTO fluxion.auditoria (usuario_id, correo, token_id, accion, objeto, detalle, direccion, solicitud_id)
  SELECT usuario_id, correo, token_id, accion, left(objeto, 200), detalle, left(direccion, 64), left(solicitud_id, 64)
  FROM jsonb_to_recordset(${deeds}) AS deed(
    usuario_id text, correo text, token_id text, accion text, objeto text, detalle jsonb, direccion text, solicitud_id text)`;
}

export function auditedDeed({ ctx, input }: AuditedDeed): object {
  const { actor, tokenId, address, requestId } = ctx;
  return {
    usuario_id: actor?.id,
    correo: actor?.correo,
    token_id: tokenId,
    accion: input.action,
    objeto: input.object,
    detalle: input.detail,
    direccion: address,
    solicitud_id: requestId,
  };
}

/** A deed alone, as the parameter of `auditSql`. */
export function auditParameter(deed: AuditedDeed): string {
  return jsonText([auditedDeed(deed)]);
}

/** Writes a deed to the audit log. Run with a transaction's client, it is written exactly if the deed is done. */
export async function recordAudit({
  ctx,
  input,
}: {
  readonly ctx: AnonymousContext & AuditedDeed['ctx'];
  readonly input: AuditEntry;
}): Promise<void> {
  await ctx.db.query(auditSql('$1'), [auditParameter({ ctx, input })]);
}
