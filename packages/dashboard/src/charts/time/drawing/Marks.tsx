import type { BusinessDate } from '../../../range/index.ts';
import type { Plot, TimeMark, ValueAxis } from '../model/index.ts';
import styles from './drawing.module.css';

export interface MarksProps {
  readonly marks: readonly TimeMark[];
  readonly places: readonly BusinessDate[];
  readonly plot: Plot;
  readonly axis: ValueAxis;
}

/** Lines upwards at dates and across at values, each with its name; what is not within the drawing is left out. */
export function Marks({ marks, places, plot, axis }: MarksProps) {
  return (
    <g className={styles.marks}>
      {marks.map((mark) => {
        if ('date' in mark) {
          const index = placeOf(mark.date, places);
          return index === null ? null : (
            <Upright key={mark.name + mark.date} name={mark.name} x={plot.x(index)} plot={plot} />
          );
        }
        if (mark.value < axis.least || mark.value > axis.greatest) return null;
        return <Level key={mark.name} name={mark.name} y={plot.y(mark.value, axis)} plot={plot} />;
      })}
    </g>
  );
}

/** The step that the date lies in. */
function placeOf(date: BusinessDate, places: readonly BusinessDate[]): number | null {
  const [first] = places;
  if (first === undefined || date < first) return null;
  const index = places.findLastIndex((place) => place <= date);
  // In the last step, or beyond all of them: its end is not known here, but a week and a month are never longer.
  return index < 0 ? null : index;
}

function Upright({ name, x, plot }: { readonly name: string; readonly x: number; readonly plot: Plot }) {
  const atRight = x > (plot.left + plot.right) / 2;
  return (
    <>
      <path d={`M${Math.round(x) + 0.5} ${plot.top}V${plot.bottom}`} />
      <text x={x + (atRight ? -6 : 6)} y={plot.top + 10} textAnchor={atRight ? 'end' : 'start'}>
        {name}
      </text>
    </>
  );
}

function Level({ name, y, plot }: { readonly name: string; readonly y: number; readonly plot: Plot }) {
  return (
    <>
      <path d={`M${plot.left} ${Math.round(y) + 0.5}H${plot.right}`} />
      <text x={plot.right} y={y - 5} textAnchor="end">
        {name}
      </text>
    </>
  );
}
