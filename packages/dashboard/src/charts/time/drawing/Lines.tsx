import { memo } from 'react';
import type { Figure } from '../../../figures/index.ts';
import { type DrawnLine, linePaths, type Plot, type ValueAxis } from '../model/index.ts';
import styles from './drawing.module.css';

export interface LinesProps {
  readonly lines: readonly DrawnLine[];
  /** Thin and pale behind them all. */
  readonly behind: readonly Figure[] | null;
  readonly plot: Plot;
  readonly axis: ValueAxis;
  /** Values that hold until they change. */
  readonly stepped?: boolean;
}

/** The lines, the first on top; under a single main line its area is tinted. */
export const Lines = memo(function Lines({ lines, behind, plot, axis, stepped = false }: LinesProps) {
  const single = lines.filter(({ look }) => look.startsWith('main')).length === 1;
  return (
    <g>
      {behind === null ? null : <path className={styles.behind} d={linePaths(behind, plot, axis).line} />}
      {lines.toReversed().map(({ id, look, figures }) => {
        const { line, area, alone } = linePaths(figures, plot, axis, stepped);
        return (
          <g key={id} className={styles[look]}>
            {single && look === 'main' ? <path className={styles.area} d={area} /> : null}
            <path className={styles.line} d={line} />
            {alone.map(({ x, y }) => (
              <circle key={x} className={styles.dot} cx={x} cy={y} r={2.5} />
            ))}
          </g>
        );
      })}
    </g>
  );
});
