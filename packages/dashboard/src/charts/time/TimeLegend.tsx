import { LineKey } from './drawing/LineKey.tsx';
import type { LineLook } from './model/index.ts';
import styles from './TimeFrame.module.css';

export interface LegendItem {
  readonly id: string;
  readonly name: string;
  readonly look: LineLook | 'behind' | 'bars';
}

/** What each line is. */
export function TimeLegend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className={styles.legend}>
      {items.map(({ id, name, look }) => (
        <li key={id}>
          <LineKey look={look} />
          {name}
        </li>
      ))}
    </ul>
  );
}
