import { serverFailure } from '../../../postgres/index.ts';
import type { AnonymousContext } from '../../context.ts';
import { headerFaults } from './check-header.ts';
import { readFactsOfAll } from './facts.ts';
import { insertOrders } from './insert.ts';
import { lineFaults } from './lines.ts';
import { newOrder, type CheckedOrder, type NewOrder, type WantedOrder } from './new-order.ts';
import { rememberedOrders, type CreatedOrder } from './remembered.ts';

/** What became of an order; `failed`: what the database said in the place of that. */
export type OrderOutcome = CreatedOrder | { readonly failed: unknown };
type Outcomes = Map<NewOrder, OrderOutcome>;

/** The first of each person's key: what becomes of the others is known when that one is written. */
function firstOfTheirKeys(orders: readonly NewOrder[]): readonly NewOrder[] {
  const seen = new Set<string>();
  return orders.filter(({ by, key }) => {
    const name = `${by.actor.id} ${key}`;
    if (key === undefined || !seen.has(name)) return seen.add(name);
    return false;
  });
}

/** Those that nothing is wrong with; what is wrong with the others is told. */
async function check(ctx: AnonymousContext, orders: readonly NewOrder[], outcomes: Outcomes): Promise<CheckedOrder[]> {
  const named = orders.map(({ by, header, lines }) => ({
    stores: by.stores,
    storeId: header.ubicacion_id,
    originId: header.ubicacion_origen_id,
    supplierId: header.proveedor_id,
    productIds: lines.map(({ producto_id }) => producto_id),
  }));
  const facts = await readFactsOfAll(ctx, named);
  return orders.flatMap((order, index) => {
    const known = facts[index];
    if (known === undefined) throw new RangeError('an order that was asked about gave no row');
    const faults = [...headerFaults(order.header, known), ...lineFaults(order.lines, known)];
    if (faults.length === 0) return [{ order, facts: known }];
    outcomes.set(order, { refused: 'FIELDS', faults });
    return [];
  });
}

async function settle(ctx: AnonymousContext, orders: readonly NewOrder[], outcomes: Outcomes): Promise<void> {
  const remembered = await rememberedOrders(ctx, orders);
  for (const [order, outcome] of remembered) outcomes.set(order, outcome);
  const fresh = firstOfTheirKeys(orders.filter((order) => !remembered.has(order)));
  if (fresh.length === 0) return;
  const written = await insertOrders(ctx, await check(ctx, fresh, outcomes));
  for (const [order, outcome] of written) outcomes.set(order, outcome);
}

/** One order that cannot be written is no reason not to write the others: then each is tried by itself. */
async function settleOrTell(ctx: AnonymousContext, orders: readonly NewOrder[], outcomes: Outcomes): Promise<void> {
  try {
    await settle(ctx, orders, outcomes);
  } catch (failed) {
    // Of a statement that failed nothing was written, or nobody knows.
    const open = orders.filter((order) => !outcomes.has(order));
    if (orders.length === 1 || serverFailure(failed) !== undefined) {
      for (const order of open) outcomes.set(order, { failed });
    } else {
      for (const order of open) await settleOrTell(ctx, [order], outcomes);
    }
  }
}

interface CreateOrders {
  readonly ctx: AnonymousContext;
  readonly input: readonly WantedOrder[];
}

/**
 * Writes new orders as drafts, each dated by its store's own today, and tells in their order what became of each: an order is
 * written, refused or fails for itself. Lines without a quantity ask for what is suggested. With a key that has made an order
 * before, it answers what it answered then.
 */
export async function createOrders({ ctx, input }: CreateOrders): Promise<readonly OrderOutcome[]> {
  const orders = input.map(newOrder);
  const outcomes: Outcomes = new Map();
  // Who waited for another request's key finds next what that has written, unless it failed and yet another came between.
  for (let fruitless = 0; outcomes.size < orders.length && fruitless < 3;) {
    const { size } = outcomes;
    const open = orders.filter((order) => !outcomes.has(order));
    await settleOrTell(ctx, open, outcomes);
    fruitless = outcomes.size > size ? 0 : fruitless + 1;
  }
  return orders.map((order) => outcomes.get(order) ?? { failed: new Error('an order was neither written nor found') });
}
