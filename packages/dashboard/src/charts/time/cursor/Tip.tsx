import type { Plot } from '../model/index.ts';
import { LineKey } from '../drawing/LineKey.tsx';
import type { TipRow } from './tip-text.ts';
import styles from './Tip.module.css';

export interface TipProps {
  readonly title: string;
  readonly rows: readonly TipRow[];
  readonly plot: Plot;
  readonly at: number;
}

/** What floats beside the cursor. Hidden from screen readers, which hear the same from the cursor itself. */
export function Tip({ title, rows, plot, at }: TipProps) {
  const x = plot.x(at);
  const atRight = x > plot.width / 2;
  return (
    <div
      className={styles.tip}
      aria-hidden="true"
      style={atRight ? { right: `${plot.width - x + 12}px` } : { left: `${x + 12}px` }}
    >
      <p className={styles.title}>{title}</p>
      {rows.map((row) => (
        <p key={row.id} className={styles.row}>
          {row.look === null ? <span /> : <LineKey look={row.look} />}
          <span>{row.name}</span>
          <b>{row.value}</b>
          {row.change === undefined ? null : <span className={styles.change}>{row.change}</span>}
        </p>
      ))}
    </div>
  );
}
