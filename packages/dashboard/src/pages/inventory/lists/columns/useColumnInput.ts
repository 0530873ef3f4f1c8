import { useMemo } from 'react';
import { type StockMoney, stockWords, useStockMoney } from '../../../../components/stock/index.ts';
import { useStoreName } from '../../../../hooks/index.ts';
import { useTexts } from '../../../../i18n/index.ts';
import { useListTexts } from '../../state/index.ts';
import type { BaseInput } from './base-columns.tsx';

/** What the columns of every list are made of. */
export interface ColumnInput extends BaseInput {
  readonly words: (typeof stockWords)['es'];
  readonly money: StockMoney;
}

/** The same object between renders: a table whose columns change draws every row anew. */
export function useColumnInput(): ColumnInput {
  const texts = useListTexts();
  const storeName = useStoreName();
  const words = useTexts(stockWords);
  const money = useStockMoney();
  return useMemo(() => ({ texts, words, storeName, money }), [texts, words, storeName, money]);
}
