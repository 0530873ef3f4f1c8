export { useStockMoney, type StockMoney } from './useStockMoney.ts';
export { LevelGauge, type LevelGaugeProps } from './LevelGauge.tsx';
export { StateBadge } from './StateBadge.tsx';
export { stockStates, stockTones, type StockState } from './states.ts';
export { stockWords } from './texts.ts';
