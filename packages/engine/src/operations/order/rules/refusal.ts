import type { Role } from '../../context.ts';
import type { OrderState } from './states.ts';

/** What is wrong with a field of an order. */
export type OrderFault =
  | { readonly fault: 'UNKNOWN_STORE' | 'UNKNOWN_PRODUCT' | 'UNKNOWN_SUPPLIER'; readonly value: string }
  | { readonly fault: 'INACTIVE_STORE' | 'INACTIVE_PRODUCT'; readonly value: string }
  /** Named twice. */
  | { readonly fault: 'REPEATED'; readonly value: string }
  /** Not in the order that is to be changed. */
  | { readonly fault: 'NOT_IN_ORDER'; readonly value: string }
  | {
      readonly fault: 'NOT_WHOLE_CASES';
      readonly value: string;
      readonly caseSize: string;
      readonly nearest: readonly string[];
    }
  /** Needed here, and nothing can be put in its place. */
  | { readonly fault: 'REQUIRED' }
  /** What the order's state does not let change. */
  | { readonly fault: 'FIXED'; readonly state: OrderState }
  /** Goods come from a centre or from a supplier. */
  | { readonly fault: 'TWO_SOURCES' | 'NO_SOURCE' | 'OWN_SOURCE' }
  | { readonly fault: 'TOO_EARLY'; readonly earliest: string }
  | { readonly fault: 'TOO_MANY_LINES'; readonly most: number }
  /** No line asks for anything. */
  | { readonly fault: 'NOTHING_ASKED' };

/** A field by its name in the input: `proveedor_id`, `lineas[3].cantidad_solicitada`. */
export type FieldOrderFault = OrderFault & { readonly field: string };

/** Why an order was not written. Nothing of it was. */
export type OrderRefusal =
  /** There is none with this id, or its store is not the actor's. */
  | { readonly refused: 'UNKNOWN' }
  /** Somebody has changed it since. */
  | { readonly refused: 'STALE' }
  /** The state does not allow it to anybody; `next` is what the actor may have it become. */
  | { readonly refused: 'STATE'; readonly state: OrderState; readonly next: readonly OrderState[] }
  | { readonly refused: 'ROLE'; readonly needs: Role }
  /** The key belongs to another request. */
  | { readonly refused: 'KEY' }
  | { readonly refused: 'FIELDS'; readonly faults: readonly FieldOrderFault[] };

/** An order after it was written. */
export interface WrittenOrder {
  readonly id: string;
  /** The number that people refer to. */
  readonly numero: number;
  readonly estado: OrderState;
  readonly version: number;
}
