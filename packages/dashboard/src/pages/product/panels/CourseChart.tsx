import { useMemo } from 'react';
import { TwoAxes, type Measure, type TimeMark } from '../../../charts/index.ts';
import { useRange } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { rowsOf, type CoursePlace, type Step, type Story } from '../model/index.ts';
import { usePanelTexts, useScope } from '../state/index.ts';
import styles from './panels.module.css';

export interface CourseChartProps {
  readonly places: readonly CoursePlace[];
  readonly by: Step;
  readonly story: Story;
}

/** The stock as a line, what was sold as bars. Days that are chosen in it become the page's. */
export function CourseChart({ places, by, story }: CourseChartProps) {
  const texts = usePanelTexts();
  const { dates } = useLocale();
  const { choose } = useRange(null);
  const { line, bars } = useMeasures(places);
  const marks = useLimits(story);
  const [from, to] = [places.at(0)?.date ?? '', places.at(-1)?.date ?? ''];
  return (
    <div className={styles.chart}>
      {by === 'day' ? null : <p className={styles.step}>{by === 'week' ? texts.byWeek : texts.byMonth}</p>}
      <PartNote places={places} story={story} />
      <TwoAxes
        label={texts.courseLabel(dates.range({ from, to }))}
        line={line}
        bars={bars}
        by={by}
        marks={marks}
        onRange={choose}
      />
    </div>
  );
}

/** Says that the line is the stock of some stores only, where others tell of no movements. */
function PartNote({ places, story }: Pick<CourseChartProps, 'places' | 'story'>) {
  const texts = usePanelTexts();
  const { numbers } = useLocale();
  const { stores } = useScope();
  const known = Math.max(0, ...places.map((place) => place.stores));
  const all = rowsOf(story.existencias, stores).length;
  if (known === 0 || known >= all) return null;
  return <p className={styles.step}>{texts.partOfStores(known, numbers.whole(known), numbers.whole(all))}</p>;
}

function useMeasures(places: readonly CoursePlace[]): { readonly line: Measure; readonly bars: Measure } {
  const texts = usePanelTexts();
  const { numbers } = useLocale();
  return useMemo(() => {
    const pointsOf = (of: (place: CoursePlace) => string | null) =>
      places.map((place) => {
        const exact = of(place);
        return {
          date: place.date,
          value: exact === null ? null : Number(exact),
          ...(exact !== null && { text: numbers.quantity(exact) }),
        };
      });
    const format = numbers.short;
    return {
      line: { name: texts.stockAtClose, points: pointsOf(({ stock }) => stock), format },
      bars: { name: texts.sold, points: pointsOf(({ units }) => units), format },
    };
  }, [places, texts, numbers]);
}

/** The limits of the only store on screen: those of several cannot be added up to anything. */
function useLimits(story: Story): readonly TimeMark[] {
  const texts = usePanelTexts();
  const { stores } = useScope();
  return useMemo(() => {
    const [row, ...more] = rowsOf(story.existencias, stores);
    if (row === undefined || more.length > 0) return [];
    return [
      { name: texts.minimum, value: Number(row.stock_minimo) },
      ...(row.punto_reorden === null ? [] : [{ name: texts.reorder, value: Number(row.punto_reorden) }]),
      { name: texts.maximum, value: Number(row.stock_maximo) },
    ];
  }, [story, stores, texts]);
}
