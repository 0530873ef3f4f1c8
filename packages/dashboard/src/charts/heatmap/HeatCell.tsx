import type { KeyboardEvent } from 'react';
import type { Level } from './levels.ts';
import styles from './Heatmap.module.css';

export interface HeatCellProps {
  readonly text: string;
  /** What the cell is of. */
  readonly heading: string;
  /** Null without a value. */
  readonly level: Level | null;
  /** The text stands in the cell. */
  readonly shown: boolean;
  /** The one cell that the Tab key reaches. */
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onOpen?: () => void;
}

const looks = [styles.below, styles.level1, styles.level2, styles.level3, styles.level4, styles.level5];

/** One value, shaded. What it is of is told by the table's heads, and by the line beneath when it is pointed at. */
export function HeatCell({ text, heading, level, shown, stop, onFocus, onOpen }: HeatCellProps) {
  const open = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen?.();
  };
  return (
    <td
      role="gridcell"
      tabIndex={stop ? 0 : -1}
      data-heading={heading}
      className={`${styles.cell} ${level === null ? styles.unknown : looks[level]} ${onOpen ? styles.opens : ''}`}
      onFocus={onFocus}
      {...(onOpen === undefined ? {} : { onClick: onOpen, onKeyDown: open })}
    >
      <span className={shown ? styles.text : 'visually-hidden'}>{text}</span>
    </td>
  );
}
