import { jsonText, scopeParameter } from '../../../base/index.ts';
import type { AnonymousContext } from '../../context.ts';
import type { OrderRefusal, WrittenOrder } from '../rules/index.ts';
import type { NewOrder } from './new-order.ts';

const rememberedSql = `
  SELECT a.place, k.huella, o.id::text, o.numero::float8 AS numero,
         a.stores IS NULL OR o.ubicacion_id = ANY (a.stores) AS visible
  FROM jsonb_to_recordset($1::jsonb) AS a(place int, person text, key text, stores text[])
  JOIN fluxion.claves_pedidos AS k ON k.usuario_id = a.person AND k.clave = a.key AND k.creada > now() - interval '1 day'
  LEFT JOIN pedidos AS o ON o.id = k.pedido_id`;

interface Row {
  readonly place: number;
  readonly huella: Buffer;
  /** Null where the orders were replaced since, as by a migration: what the key has made is gone. */
  readonly id: string | null;
  readonly numero: number;
  readonly visible: boolean;
}

/** What becomes of an order that somebody wants. */
export type CreatedOrder = WrittenOrder | OrderRefusal;

function answerOf({ huella, id, numero, visible }: Row, { digest }: NewOrder): CreatedOrder | undefined {
  if (id === null || !huella.equals(digest)) return { refused: 'KEY' };
  // An API token may see less than another one of the same person, that wrote it: as a new order this one is refused.
  return visible ? { id, numero, estado: 'borrador', version: 1 } : undefined;
}

/** What was answered when the keys of these were used before; without those whose were not. */
export async function rememberedOrders(
  { db }: AnonymousContext,
  orders: readonly NewOrder[],
): Promise<ReadonlyMap<NewOrder, CreatedOrder>> {
  const asked = orders.flatMap(({ by, key }, place) =>
    key === undefined ? [] : [{ place, person: by.actor.id, key, stores: scopeParameter(by.stores) }],
  );
  if (asked.length === 0) return new Map();
  const { rows } = await db.query<Row>({ name: 'orders_remembered', text: rememberedSql }, [jsonText(asked)]);
  return new Map(
    rows.flatMap((row): [NewOrder, CreatedOrder][] => {
      const order = orders[row.place];
      const answer = order && answerOf(row, order);
      return order === undefined || answer === undefined ? [] : [[order, answer]];
    }),
  );
}
