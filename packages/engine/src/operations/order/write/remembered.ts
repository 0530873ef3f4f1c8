import { scopeParameter } from '../../../base/index.ts';
import type { OperationContext } from '../../context.ts';
import type { OrderRefusal, WrittenOrder } from '../rules/index.ts';

/** Only for who still sees the order's store: a person's key may see less than another one of theirs, that wrote it. */
const rememberedSql = `
  SELECT k.huella, o.id, o.numero::float8 AS numero
  FROM fluxion.claves_pedidos AS k
  JOIN pedidos AS o ON o.id = k.pedido_id
  WHERE k.usuario_id = $1 AND k.clave = $2 AND k.creada > now() - interval '1 day'
    AND ($3::text[] IS NULL OR o.ubicacion_id = ANY ($3))`;

/** What becomes of an order that somebody wants. */
export type CreatedOrder = WrittenOrder | OrderRefusal;

interface RememberedOrder {
  readonly ctx: OperationContext;
  readonly key: string | undefined;
  /** Of what is asked now: the same key with another order is refused. */
  readonly digest: Buffer;
}

/** What was answered when the key was used before; undefined if it was not. */
export async function rememberedOrder({ ctx, key, digest }: RememberedOrder): Promise<CreatedOrder | undefined> {
  if (key === undefined) return undefined;
  const parameters = [ctx.actor.id, key, scopeParameter(ctx.stores)];
  const { rows } = await ctx.db.query<{ huella: Buffer; id: string; numero: number }>(rememberedSql, parameters);
  const [row] = rows;
  if (row === undefined) return undefined;
  if (!row.huella.equals(digest)) return { refused: 'KEY' };
  return { id: row.id, numero: row.numero, estado: 'borrador', version: 1 };
}
