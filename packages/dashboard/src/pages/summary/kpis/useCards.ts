import type { AnswerTo } from '../../../client/index.ts';
import { marginOf, type Figure } from '../../../figures/index.ts';
import { useMoney } from '../../../hooks/index.ts';
import { useLocale, useTexts, type NumberParts } from '../../../i18n/index.ts';
import type { DayRow } from '../model/index.ts';
import { words } from '../texts.ts';

export type Totals = AnswerTo<'resumirVentas'>['datos'][number];

/** What a card shows: how a figure is taken from a period, and how it is written. */
export interface Card {
  readonly id: 'sales' | 'receipts' | 'ticket' | 'units' | 'margin';
  readonly label: string;
  readonly definition: string;
  readonly of: (totals: Totals) => string | null;
  readonly parts: (value: string) => NumberParts;
  readonly write: (value: string) => string;
  readonly day: (row: DayRow) => Figure;
  readonly note?: string;
}

/** The cards of the period's sales, and the names of what they are held against. */
export function useCards(now: Totals | undefined) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const { money, moneyParts } = useMoney();
  const whole = { parts: (value: string) => ({ whole: numbers.whole(value), fraction: '' }), write: numbers.whole };
  const amount = { parts: moneyParts, write: money };
  const quantity = { parts: numbers.quantityParts, write: numbers.quantity };
  const named = (id: Card['id']) => ({ id, label: texts[id], definition: texts.definitions[id] });
  const returned = now?.lineas_devueltas ?? 0;
  const share = now?.margen_porcentaje ?? null;
  const cards: readonly Card[] = [
    { ...named('sales'), ...amount, of: (row) => row.venta_total, day: (row) => Number(row.venta_total) },
    { ...named('receipts'), ...whole, of: (row) => String(row.facturas), day: (row) => row.facturas },
    { ...named('ticket'), ...amount, of: (row) => row.ticket_promedio, day: (row) => figureOf(row.ticket_promedio) },
    {
      ...named('units'),
      ...quantity,
      of: (row) => row.unidades,
      day: (row) => Number(row.unidades),
      ...(returned === 0 ? {} : { note: texts.returnedLines(returned, numbers.whole(returned)) }),
    },
    {
      ...named('margin'),
      ...amount,
      of: marginOf,
      day: (row) => figureOf(marginOf(row)),
      ...(share === null ? {} : { note: texts.marginShare(numbers.money(share)) }),
    },
  ];
  return { cards, names: { previous: texts.previous, lastYear: texts.lastYear } };
}

function figureOf(amount: string | null): Figure {
  return amount === null ? null : Number(amount);
}
