export { historyWords } from './history.ts';
export { listWords } from './list.ts';
export { orderWords } from './order.ts';
export { shared } from './shared.ts';
