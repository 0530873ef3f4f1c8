import { useMemo } from 'react';
import { Change, type Column } from '../../../components/index.ts';
import { useMoney } from '../../../hooks/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import type { StoreRow } from '../model/index.ts';
import { words } from '../texts.ts';
import { ShareCell, UntilCell } from './cells.tsx';

/** What is shown of each store. */
export function useStoreColumns(rows: readonly StoreRow[]): readonly Column<StoreRow>[] {
  const texts = useTexts(words);
  const { money } = useMoney();
  const largest = Math.max(0, ...rows.map(({ share }) => share ?? 0));
  return useMemo((): Column<StoreRow>[] => {
    const amount = { kind: 'money', write: (value: unknown) => money(String(value)) } as const;
    return [
      { id: 'name', header: texts.store, kind: 'text', width: 20, value: ({ name }) => name },
      { id: 'sales', header: texts.sales, ...amount, value: ({ sales }) => sales },
      {
        id: 'share',
        header: texts.share,
        kind: 'percent',
        width: 17,
        value: ({ share }) => share,
        cell: ({ share }) => <ShareCell share={share} largest={largest} />,
      },
      {
        id: 'change',
        header: texts.change,
        hint: texts.previous,
        kind: 'percent',
        value: ({ change }) => change,
        cell: ({ change }) => <Change value={change} />,
      },
      {
        id: 'changeYear',
        header: texts.changeYear,
        hint: texts.lastYear,
        kind: 'percent',
        width: 15,
        minor: true,
        value: ({ changeYear }) => changeYear,
        cell: ({ changeYear }) => <Change value={changeYear} />,
      },
      { id: 'receipts', header: texts.receipts, kind: 'whole', value: ({ receipts }) => receipts },
      { id: 'ticket', header: texts.ticket, ...amount, minor: true, value: ({ ticket }) => ticket },
      {
        id: 'margin',
        header: texts.marginPercent,
        kind: 'percent',
        minor: true,
        value: ({ marginPercent }) => marginPercent,
      },
      {
        id: 'until',
        header: texts.until,
        kind: 'date',
        width: 21,
        value: ({ until }) => until,
        cell: (row) => <UntilCell row={row} />,
      },
    ];
  }, [texts, money, largest]);
}
