import { ChartSkeleton } from '../../../charts/index.ts';
import { Answer, Panel } from '../../../components/index.ts';
import { useMediaQuery } from '../../../hooks/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import type { SummaryInput } from '../input.ts';
import { words } from '../texts.ts';
import { DailyAside, DailyChart, DailyTable, useDays } from './parts.ts';

/** Sales of every day over those of the period before or of last year, as a drawing or as a table of the same figures. */
export function DailyPanel(input: SummaryInput) {
  const texts = useTexts(words);
  // As high as what stands beside it.
  const height = useMediaQuery('(min-width: 82rem)') ? 420 : undefined;
  const { answer, days, against, view, change } = useDays(input);
  return (
    <Panel
      title={texts.dailyTitle}
      definition={texts.definitions.daily}
      source={answer.data?.source}
      view={view}
      onView={(next) => change({ view: next })}
      aside={
        <DailyAside missing={days?.missing ?? 0} against={against} onAgainst={(next) => change({ against: next })} />
      }
    >
      <Answer of={answer} skeleton={<ChartSkeleton height={height} />}>
        {() =>
          days === null ? null : view === 'chart' ? (
            <DailyChart days={days} height={height} />
          ) : (
            <DailyTable days={days} />
          )
        }
      </Answer>
    </Panel>
  );
}
