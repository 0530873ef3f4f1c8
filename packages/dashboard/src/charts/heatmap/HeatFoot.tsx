import type { RefObject } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { texts } from '../texts.ts';
import styles from './Heatmap.module.css';
import { HeatReadout } from './HeatReadout.tsx';
import { LEVELS, type Levels } from './levels.ts';

const looks = [styles.level1, styles.level2, styles.level3, styles.level4, styles.level5];

export interface HeatFootProps {
  readonly levels: Levels;
  readonly format: (value: number) => string;
  readonly table: RefObject<HTMLTableElement | null>;
}

/** What the shades stand for, and what the cell pointed at says. */
export function HeatFoot({ levels, format, table }: HeatFootProps) {
  return (
    <div className={styles.foot}>
      <HeatScale levels={levels} format={format} />
      <HeatReadout table={table} />
    </div>
  );
}

function HeatScale({ levels, format }: Omit<HeatFootProps, 'table'>) {
  const words = useTexts(texts);
  return (
    <p className={styles.scale}>
      <span>
        <span className="visually-hidden">{words.less}: </span>
        {format(levels.edges[0] ?? 0)}
      </span>
      <span className={styles.shades} aria-hidden="true">
        {looks.map((look) => (
          <span key={look} className={look} />
        ))}
      </span>
      <span>
        <span className="visually-hidden">{words.more}: </span>
        {format(levels.edges[LEVELS] ?? 0)}
      </span>
      <span className={styles.noData}>
        <span className={styles.unknown} aria-hidden="true" />
        {words.noData}
      </span>
    </p>
  );
}
