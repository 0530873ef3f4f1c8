export type { OrderChanges } from './write/check-changes.ts';
export type { OrderHeader } from './write/check-header.ts';
export { createOrder } from './write/create.ts';
export { editOrder } from './write/edit.ts';
export type { KnownOrder } from './write/head.ts';
export { mostLines, type WantedLine } from './write/lines.ts';
export { listOrderHistory, streamOrderHistory, type OrderChange, type OrderChangeKey } from './read/list-history.ts';
export { listOrderLines, type ListedLine } from './read/list-lines.ts';
export { findOrder, listOrders, streamOrders, type Order, type OrderKey } from './read/list.ts';
export { moveOrder } from './write/move.ts';
export {
  allowedTo,
  type Editing,
  type FieldOrderFault,
  type OrderFault,
  type OrderRefusal,
  type OrderState,
  orderStates,
  type WrittenOrder,
} from './rules/index.ts';
