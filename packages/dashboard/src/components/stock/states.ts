import type { AnswerTo } from '../../client/index.ts';

/** Where a product's stock in a store stands between its minimum, reorder point and maximum. */
export type StockState = AnswerTo<'listarStock'>['datos'][number]['estado'];

/** From the one that most calls for a person to the one that calls for least. */
export const stockStates = ['SIN_STOCK', 'CRITICO', 'BAJO', 'NORMAL', 'EXCESO'] as const satisfies StockState[];

/** What each is drawn with: a colour, and a pattern or a sign beside it. */
export const stockTones = {
  SIN_STOCK: 'none',
  CRITICO: 'critical',
  BAJO: 'low',
  NORMAL: 'normal',
  EXCESO: 'excess',
} as const satisfies Record<StockState, string>;
