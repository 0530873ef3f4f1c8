export { listOrderHistory, streamOrderHistory, type OrderChangeKey } from './read/list-history.ts';
export { listOrderLines } from './read/list-lines.ts';
export { findOrder, listOrders, streamOrders, type Order, type OrderKey } from './read/list.ts';
export { allowedTo, orderStates, type FieldOrderFault, type OrderRefusal, type WrittenOrder } from './rules/index.ts';
export { createOrder } from './write/create.ts';
export { editOrder } from './write/edit.ts';
export { mostLines } from './write/lines.ts';
export { moveOrder } from './write/move.ts';
