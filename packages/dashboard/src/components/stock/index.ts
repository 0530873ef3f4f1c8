export { useStockMoney, type StockMoney } from './useStockMoney.ts';
export { levelColumns } from './level-columns.tsx';
export { StateBadge } from './StateBadge.tsx';
export { stockStates, stockTones, type StockState } from './states.ts';
export { stockWords } from './texts.ts';
