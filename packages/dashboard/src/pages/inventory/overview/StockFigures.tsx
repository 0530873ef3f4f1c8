import type { Source } from '../../../client/index.ts';
import { Kpi } from '../../../components/index.ts';
import { type StockState, stockStates, useStockMoney } from '../../../components/stock/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { SearchPatch } from '../../../navigation/index.ts';
import { listPatch, type StockTotals, urgentOf, viewPatch } from '../model/index.ts';
import { useOverviewTexts } from '../state/index.ts';
import { Note } from './Note.tsx';

interface StockFigureProps {
  readonly totals: StockTotals;
  readonly source: Source;
}

/** What the stock has cost. */
export function ValueFigure({ totals, source }: StockFigureProps) {
  const texts = useOverviewTexts();
  const { numbers } = useLocale();
  const { moneyParts } = useStockMoney();
  const parts = [
    texts.inStock(numbers.whole(totals.products)),
    ...(totals.withoutCost === 0 ? [] : [texts.withoutCost(numbers.whole(totals.withoutCost))]),
  ];
  return (
    <Kpi
      main
      label={texts.value}
      value={moneyParts(totals.value)}
      note={<Note>{parts.join(' · ')}</Note>}
      definition={texts.valueDefinition}
      source={source}
    />
  );
}

interface CountFigureProps {
  readonly label: string;
  readonly count: number;
  /** What it is of. */
  readonly note: string;
  readonly patch: SearchPatch;
  readonly definition: string;
  readonly source: Source;
}

/** How many products, and the way to them if there are any. */
function CountFigure({ label, count, note, patch, ...traced }: CountFigureProps) {
  const { numbers } = useLocale();
  return (
    <Kpi
      label={label}
      value={{ whole: numbers.whole(count), fraction: '' }}
      note={
        <Note label={label} patch={count > 0 && patch}>
          {note}
        </Note>
      }
      {...traced}
    />
  );
}

/** The list of stock in these states. */
function inStates(...states: readonly StockState[]): SearchPatch {
  return { ...viewPatch('existencias'), ...listPatch('estado', states, stockStates.length) };
}

function useShareNote(count: number, { configured }: StockTotals): string {
  const texts = useOverviewTexts();
  const { numbers } = useLocale();
  return configured === 0 ? '' : texts.ofConfigured(numbers.share(count / configured), numbers.whole(configured));
}

/** What somebody should order. */
export function UrgentFigure({ totals, source }: StockFigureProps) {
  const texts = useOverviewTexts();
  const count = urgentOf(totals.states);
  const note = useShareNote(count, totals);
  const patch = inStates('SIN_STOCK', 'CRITICO');
  return <CountFigure label={texts.urgent} {...{ count, note, patch, source }} definition={texts.urgentDefinition} />;
}

/** What is too much. */
export function ExcessFigure({ totals, source }: StockFigureProps) {
  const texts = useOverviewTexts();
  const count = totals.states.EXCESO;
  const note = useShareNote(count, totals);
  const patch = inStates('EXCESO');
  return <CountFigure label={texts.excess} {...{ count, note, patch, source }} definition={texts.excessDefinition} />;
}

/** What the records say is less than nothing. */
export function NegativeFigure({ totals, source }: StockFigureProps) {
  const texts = useOverviewTexts();
  const { numbers } = useLocale();
  return (
    <CountFigure
      label={texts.negative}
      count={totals.negatives}
      note={texts.negativeUnits(numbers.quantity(totals.negativeUnits))}
      patch={viewPatch('negativos')}
      definition={texts.negativeDefinition}
      source={source}
    />
  );
}
