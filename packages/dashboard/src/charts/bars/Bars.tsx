import type { CSSProperties, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ratio } from '../../figures/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { texts } from '../texts.ts';
import styles from './Bars.module.css';

export interface BarItem {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** Drawn as a tick on the bar's track. */
  readonly compared?: number | null;
  /** The exact value as it is read; without it `format` writes the drawn one. */
  readonly text?: string;
  /** Stands after the value: a change, say. */
  readonly aside?: ReactNode;
}

export interface BarsProps {
  readonly label: string;
  readonly items: readonly BarItem[];
  readonly format: (value: number) => string;
  /** Opens an item; its row is then a button. */
  readonly onItem?: (id: string) => void;
}

/** Values beside each other as lying bars, in the order given. Names and values are text: the bars only repeat them. */
export function Bars({ label, items, format, onItem }: BarsProps) {
  const greatest = Math.max(0, ...items.flatMap(({ value, compared }) => [value, compared ?? 0]));
  return (
    <ul className={styles.bars} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          {onItem === undefined ? (
            <div className={styles.item}>
              <BarRow item={item} greatest={greatest} format={format} />
            </div>
          ) : (
            <Button className={`${styles.item} ${styles.button}`} onPress={() => onItem(item.id)}>
              <BarRow item={item} greatest={greatest} format={format} />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface BarRowProps {
  readonly item: BarItem;
  readonly greatest: number;
  readonly format: (value: number) => string;
}

function BarRow({ item, greatest, format }: BarRowProps) {
  const words = useTexts(texts);
  const place = (value: number) => `${Math.max(0, ratio(value, greatest) ?? 0) * 100}%`;
  const compared = item.compared ?? null;
  return (
    <>
      <span className={styles.name}>{item.name}</span>
      <span className={styles.value}>
        {item.text ?? format(item.value)}
        {item.aside}
      </span>
      <span className={styles.track} aria-hidden="true">
        {item.value > 0 ? <span className={styles.bar} style={{ width: place(item.value) }} /> : null}
        {compared === null ? null : (
          <span className={styles.tick} style={{ '--place': place(compared) } as CSSProperties} />
        )}
      </span>
      {compared === null ? null : <span className="visually-hidden">{words.compared(format(compared))}</span>}
    </>
  );
}
