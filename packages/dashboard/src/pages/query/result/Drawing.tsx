import { Bars, TimeSeries } from '../../../charts/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { largest, stepOf, type Drawn } from '../model/drawing.ts';
import { decimalWriter } from '../model/result-columns.ts';
import { words } from '../texts.ts';
import styles from './Result.module.css';

/** More bars are no drawing any more, but a table. */
const MOST_BARS = 40;

export interface DrawingProps {
  readonly label: string;
  /** What is summed up. */
  readonly figure: string;
  readonly places: readonly Drawn[];
  /** The places are days: they stand along a line. */
  readonly dated: boolean;
}

/** An answer's figures along their days, or as bars from the largest down. */
export function Drawing({ label, figure, places, dated }: DrawingProps) {
  const { numbers, tag } = useLocale();
  const texts = useTexts(words);
  const write = decimalWriter(
    places.map(({ sum }) => sum),
    tag,
  );
  if (dated) {
    const days = places.toSorted((left, right) => (left.key < right.key ? -1 : 1));
    const points = days.map(({ key, sum }) => ({ date: key, value: Number(sum), text: write(sum) }));
    return (
      <TimeSeries
        label={label}
        series={[{ id: 'y', name: figure, points, look: 'main' }]}
        format={numbers.short}
        by={stepOf(days.map(({ key }) => key))}
      />
    );
  }
  const shown = largest(places, MOST_BARS);
  return (
    <div className={styles.bars}>
      {shown.length < places.length ? (
        <p className={styles.note}>{texts.chartPart(numbers.whole(shown.length), numbers.whole(places.length))}</p>
      ) : null}
      <Bars
        label={label}
        items={shown.map(({ key, sum }) => ({
          id: key,
          name: key,
          value: Number(sum),
          text: write(sum),
        }))}
        format={numbers.short}
      />
    </div>
  );
}
