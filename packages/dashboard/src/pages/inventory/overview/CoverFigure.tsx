import type { Source } from '../../../client/index.ts';
import { Kpi } from '../../../components/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { coverOf, type StockTotals, viewPatch } from '../model/index.ts';
import { useOverviewTexts } from '../state/index.ts';
import { Note } from './Note.tsx';
import type { SoldBy } from './useSold.ts';

export interface CoverFigureProps {
  readonly totals: StockTotals;
  readonly sold: SoldBy;
  readonly source: Source;
}

/** How long the stock lasts at the pace at which it sells. */
export function CoverFigure({ totals, sold, source }: CoverFigureProps) {
  const texts = useOverviewTexts();
  const { numbers, dates } = useLocale();
  const cover = coverOf(totals.value, sold.total);
  const days = numbers.whole(sold.total?.days ?? 30);
  return (
    <Kpi
      label={texts.cover}
      value={cover === null ? null : { whole: numbers.whole(cover), fraction: '' }}
      note={
        <Note label={texts.cover} patch={cover !== null && viewPatch('cobertura')}>
          {sold.range === null ? texts.coverNone : texts.coverNote(dates.range(sold.range))}
        </Note>
      }
      definition={texts.coverDefinition(days)}
      source={sold.source ?? source}
    />
  );
}
