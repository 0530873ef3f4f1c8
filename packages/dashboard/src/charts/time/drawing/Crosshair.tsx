import type { LineLook, Plot } from '../model/index.ts';
import styles from './drawing.module.css';

export interface Spot {
  readonly id: string;
  readonly y: number;
  readonly look: LineLook;
}

export interface CrosshairProps {
  readonly plot: Plot;
  readonly at: number;
  readonly from: number | null;
  readonly spots: readonly Spot[];
}

/** What moves with the cursor: a line, the lines' points on it, and the days on the way to be chosen. */
export function Crosshair({ plot, at, from, spots }: CrosshairProps) {
  const x = plot.x(at);
  const begin = from === null ? null : plot.x(from);
  return (
    <g>
      {begin === null ? null : (
        <rect
          className={styles.chosen}
          x={Math.min(begin, x)}
          y={plot.top}
          width={Math.abs(begin - x)}
          height={plot.bottom - plot.top}
        />
      )}
      <path className={styles.crosshair} d={`M${Math.round(x) + 0.5} ${plot.top}V${plot.bottom}`} />
      {spots.map(({ id, y, look }) => (
        <g key={id} className={styles[look]}>
          <circle className={styles.spot} cx={x} cy={y} r={4.5} />
        </g>
      ))}
    </g>
  );
}
