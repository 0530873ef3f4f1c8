import { randomUUID } from 'node:crypto';
import { jsonText } from '../../../base/index.ts';
import { auditSql } from '../../audit/record.ts';
import type { AnonymousContext } from '../../context.ts';
import { insertedOrder, type CheckedOrder, type NewOrder } from './new-order.ts';
import type { WrittenOrder } from '../rules/index.ts';
import { insertLinesSql, returningSql } from './write-sql.ts';

/**
 * Who sends a key while it is being used waits at `claimed` until the other has ended, and writes only if the other has not.
 * Keys are claimed in one order by everybody, so that two who write several never wait for each other. A day-old key is as
 * good as a new one; a few old ones of anybody are forgotten by the way.
 */
const insertSql = `
  WITH asked AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS o(
      id text, usuario_id text, clave text, huella text, ubicacion_id text, ubicacion_origen_id text, proveedor_id text,
      fecha date, fecha_entrega date, observaciones text, lineas jsonb, auditoria jsonb)
  ), who AS (
    SELECT set_config('fluxion.autores', (SELECT jsonb_object_agg(id, usuario_id)::text FROM asked), true)
  ), forgotten AS (
    DELETE FROM fluxion.claves_pedidos AS k
    USING (
      SELECT usuario_id, clave FROM fluxion.claves_pedidos AS k
      WHERE creada < now() - interval '1 day'
        AND NOT EXISTS (SELECT FROM asked WHERE (asked.usuario_id, asked.clave) = (k.usuario_id, k.clave))
      ORDER BY creada LIMIT 5 FOR UPDATE SKIP LOCKED
    ) AS old
    WHERE (k.usuario_id, k.clave) = (old.usuario_id, old.clave)
  ), claimed AS (
    INSERT INTO fluxion.claves_pedidos AS k (usuario_id, clave, huella, pedido_id)
    SELECT usuario_id, clave, decode(huella, 'hex'), id FROM asked WHERE clave IS NOT NULL ORDER BY usuario_id, clave
    ON CONFLICT (usuario_id, clave) DO UPDATE SET huella = excluded.huella, pedido_id = excluded.pedido_id, creada = now()
    WHERE k.creada <= now() - interval '1 day'
    RETURNING pedido_id
  ), written AS (
    INSERT INTO pedidos (id, ubicacion_id, ubicacion_origen_id, proveedor_id, fecha, fecha_entrega, observaciones)
    SELECT id, ubicacion_id, ubicacion_origen_id, proveedor_id, fecha, fecha_entrega, observaciones
    FROM asked CROSS JOIN who
    WHERE clave IS NULL OR id IN (SELECT pedido_id FROM claimed)
    ${returningSql}
  ), lines AS (
    ${insertLinesSql('(SELECT id, lineas FROM asked JOIN written USING (id)) AS written', 'lineas')}
  ), audited AS (
    ${auditSql('(SELECT jsonb_agg(auditoria) FROM asked JOIN written USING (id))')}
  )
  SELECT id, numero, estado, version FROM written`;

/** Writes all of them at once, or none. Without those whose key another request has claimed meanwhile; no two have the same. */
export async function insertOrders(
  { db }: AnonymousContext,
  checked: readonly CheckedOrder[],
): Promise<ReadonlyMap<NewOrder, WrittenOrder>> {
  if (checked.length === 0) return new Map();
  const orders = new Map(checked.map((one) => [randomUUID() as string, one]));
  const parameter = jsonText(Array.from(orders, ([id, one]) => insertedOrder(one, id)));
  const { rows } = await db.query<WrittenOrder>({ name: 'orders_insert', text: insertSql }, [parameter]);
  return new Map(
    rows.flatMap((row): [NewOrder, WrittenOrder][] => {
      const one = orders.get(row.id);
      return one === undefined ? [] : [[one.order, row]];
    }),
  );
}
