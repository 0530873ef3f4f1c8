import { auditSql } from '../../audit/record.ts';

/*
 * Parts of the statements that write an order. Each writes everything at once: one statement is one transaction, and one way
 * to the database and back.
 */

/** Who does it: told to the history's triggers, which run when the statement ends. Its FROM list has to name `who`. */
export const actorSql = `who AS (SELECT set_config('fluxion.usuario_id', $1, true))`;

/** What `written`, the row of the order, gives back. */
export const returningSql = 'RETURNING id::text, numero::float8 AS numero, estado::text, version';

const lineColumns = [
  'producto_id',
  'cantidad_sugerida',
  'cantidad_solicitada',
  'cantidad_aprobada',
  'cantidad_recibida',
  'unidades_por_bulto',
  'costo_unitario',
  'calculo',
  'observaciones',
].join(', ');

/** Adds the lines of a JSON list, as `completeLines` makes it, to an order of `written`, of which the list may be a column. */
export function insertLinesSql(orders: string, lines: string): string {
  return `INSERT INTO pedidos_detalle AS d (pedido_id, ${lineColumns})
    SELECT written.id, ${lineColumns}
    FROM ${orders}
    CROSS JOIN jsonb_to_recordset(${lines}) AS line(
      producto_id text, cantidad_sugerida numeric, cantidad_solicitada numeric, cantidad_aprobada numeric,
      cantidad_recibida numeric, unidades_por_bulto numeric, costo_unitario numeric, calculo jsonb, observaciones text)`;
}

/** The end: the audit log tells of the order exactly if it was written. */
export function writtenSql(auditParameter: string): string {
  return `audited AS (${auditSql(auditParameter)} CROSS JOIN written)
  SELECT id, numero, estado, version FROM written`;
}
