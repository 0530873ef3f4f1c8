import { useMemo } from 'react';
import { sumDecimals } from '../../../figures/index.ts';
import { useMoney } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import type { StoreRow } from '../model/index.ts';
import { words } from '../texts.ts';

/** What the stores come to together. A receipt is one store's, so theirs add up. */
export function useStoreTotal(rows: readonly StoreRow[]) {
  const texts = useTexts(words);
  const { money } = useMoney();
  const { numbers } = useLocale();
  return useMemo(
    () => ({
      name: texts.total,
      sales: money(sumDecimals(rows.map(({ sales }) => sales))),
      receipts: numbers.whole(rows.reduce((sum, { receipts }) => sum + receipts, 0)),
    }),
    [rows, texts, money, numbers],
  );
}
