import { createHash, randomUUID } from 'node:crypto';
import { auditParameter } from '../../audit/record.ts';
import { headerFaults, type OrderHeader } from './check-header.ts';
import { readFacts } from './facts.ts';
import type { AuditedContext } from './head.ts';
import { linesParameter, lineFaults, type WantedLine } from './lines.ts';
import { rememberedOrder, type CreatedOrder } from './remembered.ts';
import { actorSql, insertLinesSql, returningSql, writtenSql } from './write-sql.ts';

interface CreateOrder {
  readonly ctx: AuditedContext;
  readonly input: {
    readonly header: OrderHeader;
    readonly lines: readonly WantedLine[];
    /** The caller's name for this request: sent again within a day, it gives the same order and not another. */
    readonly key?: string | undefined;
  };
}

/**
 * Who sends a key while it is being used waits at `claimed` until the other has ended, and writes only if the other has not.
 * A day-old key is as good as a new one; a few old ones of anybody are forgotten by the way.
 */
const createSql = `
  WITH ${actorSql}, forgotten AS (
    DELETE FROM fluxion.claves_pedidos AS k
    USING (
      SELECT usuario_id, clave FROM fluxion.claves_pedidos
      WHERE creada < now() - interval '1 day' AND (usuario_id, clave) <> ($1, coalesce($2, ''))
      ORDER BY creada LIMIT 5 FOR UPDATE SKIP LOCKED
    ) AS old
    WHERE (k.usuario_id, k.clave) = (old.usuario_id, old.clave)
  ), claimed AS (
    INSERT INTO fluxion.claves_pedidos AS k (usuario_id, clave, huella, pedido_id)
    SELECT $1, $2, $3::bytea, $4 WHERE $2::text IS NOT NULL
    ON CONFLICT (usuario_id, clave) DO UPDATE SET huella = excluded.huella, pedido_id = excluded.pedido_id, creada = now()
    WHERE k.creada <= now() - interval '1 day'
    RETURNING clave
  ), written AS (
    INSERT INTO pedidos (id, ubicacion_id, ubicacion_origen_id, proveedor_id, fecha, fecha_entrega, observaciones)
    SELECT $4, $5, $6, $7, $8::date, $9::date, $10 FROM who
    WHERE $2::text IS NULL OR EXISTS (SELECT FROM claimed)
    ${returningSql}
  ), lines AS (${insertLinesSql('$11::jsonb')}), ${writtenSql('$12::jsonb')}`;

function digestOf({ header, lines }: CreateOrder['input']): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([header, lines]))
    .digest();
}

/** Undefined if another request has claimed the key meanwhile. */
async function write({ ctx, input }: CreateOrder, digest: Buffer): Promise<CreatedOrder | undefined> {
  const { header, lines, key } = input;
  const { ubicacion_id: storeId, ubicacion_origen_id: originId, proveedor_id: supplierId } = header;
  const productIds = lines.map(({ producto_id }) => producto_id);
  const facts = await readFacts({ ctx, input: { storeId, originId, supplierId, productIds } });
  const faults = [...headerFaults(header, facts), ...lineFaults(lines, facts)];
  if (facts.store === null || faults.length > 0) return { refused: 'FIELDS', faults };
  const id = randomUUID();
  const detail = { operacion: 'crear', ubicacion_id: storeId, lineas: lines.length };
  const { rows } = await ctx.db.query<CreatedOrder>({ name: 'order_create', text: createSql }, [
    ctx.actor.id,
    key ?? null,
    digest,
    id,
    storeId,
    originId,
    supplierId,
    facts.store.hoy,
    header.fecha_entrega,
    header.observaciones,
    linesParameter(lines, facts),
    auditParameter({ ctx, input: { action: 'pedido', object: id, detail } }),
  ]);
  return rows[0];
}

/**
 * Writes a new order as a draft, dated by the ordering store's own today. Lines without a quantity ask for what is suggested.
 * With a key that has made an order before, it answers what it answered then.
 */
export async function createOrder(call: CreateOrder): Promise<CreatedOrder> {
  const { ctx, input } = call;
  const { key } = input;
  const digest = digestOf(input);
  // Who waited for another request's key finds next what that has written, unless it failed and yet another came between.
  for (let round = 0; round < 3; round += 1) {
    const outcome = (await rememberedOrder({ ctx, key, digest })) ?? (await write(call, digest));
    if (outcome !== undefined) return outcome;
  }
  throw new Error('an order was neither written nor found');
}
