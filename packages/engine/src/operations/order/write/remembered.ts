import { jsonText, scopeParameter } from '../../../base/index.ts';
import type { AnonymousContext } from '../../context.ts';
import type { OrderRefusal, WrittenOrder } from '../rules/index.ts';
import type { NewOrder } from './new-order.ts';

/** Only for who still sees the order's store: a person's key may see less than another one of theirs, that wrote it. */
const rememberedSql = `
  SELECT a.place, k.huella, o.id, o.numero::float8 AS numero
  FROM jsonb_to_recordset($1::jsonb) AS a(place int, person text, key text, stores text[])
  JOIN fluxion.claves_pedidos AS k ON k.usuario_id = a.person AND k.clave = a.key AND k.creada > now() - interval '1 day'
  JOIN pedidos AS o ON o.id = k.pedido_id
  WHERE a.stores IS NULL OR o.ubicacion_id = ANY (a.stores)`;

interface Row {
  readonly place: number;
  readonly huella: Buffer;
  readonly id: string;
  readonly numero: number;
}

/** What becomes of an order that somebody wants. */
export type CreatedOrder = WrittenOrder | OrderRefusal;

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
    rows.flatMap(({ place, huella, id, numero }): [NewOrder, CreatedOrder][] => {
      const order = orders[place];
      if (order === undefined) return [];
      const same = huella.equals(order.digest);
      return [[order, same ? { id, numero, estado: 'borrador', version: 1 } : { refused: 'KEY' }]];
    }),
  );
}
