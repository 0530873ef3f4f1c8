import { Button } from 'react-aria-components';
import { useLocale, useTexts } from '../../i18n/index.ts';
import { texts } from '../texts.ts';
import { useSize } from '../useSize.ts';
import { withOthers } from './others.ts';
import { tilesOf, type Tile } from './tiles.ts';
import styles from './Treemap.module.css';

export interface TreemapItem {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** The exact value as it is read; without it `format` writes the drawn one. */
  readonly text?: string;
}

export interface TreemapProps {
  readonly label: string;
  readonly items: readonly TreemapItem[];
  readonly format: (value: number) => string;
  /** Opens an item; its tile is then a button. */
  readonly onItem?: (id: string) => void;
}

/** Parts of a whole as areas, the greatest first. Each tile says what it is; what is too small to be read is one tile. */
export function Treemap({ label, items, format, onItem }: TreemapProps) {
  const words = useTexts(texts);
  const { numbers } = useLocale();
  const { ref, width, height } = useSize<HTMLUListElement>();
  const whole = items.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const shown = withOthers(items, width * height, (count) => words.others(numbers.whole(count)));
  const tiles =
    width > 0 && height > 0
      ? tilesOf(
          shown.map(({ value }) => value),
          width,
          height,
        )
      : [];
  return (
    <ul className={styles.treemap} aria-label={label} ref={ref}>
      {tiles.map((tile, index) => {
        const item = shown[index];
        if (item === undefined) return null;
        const share = whole > 0 ? numbers.share(item.value / whole) : '';
        const content = <TileText name={item.name} value={item.text ?? format(item.value)} share={share} />;
        const look = `${styles.tile} ${roomOf(tile, width, height)} ${item.isRest ? styles.rest : ''}`;
        return (
          <li key={item.id} className={styles.place} style={placeOf(tile)}>
            {onItem === undefined || item.isRest ? (
              <div className={look}>{content}</div>
            ) : (
              <Button className={`${look} ${styles.button}`} onPress={() => onItem(item.id)}>
                {content}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function TileText({ name, value, share }: { readonly name: string; readonly value: string; readonly share: string }) {
  return (
    <>
      <span className={styles.name}>{name}</span> <span className={styles.value}>{value}</span>{' '}
      <span className={styles.share}>{share}</span>
    </>
  );
}

function placeOf({ left, top, width, height }: Tile) {
  return { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` };
}

/** How much of its text a tile has room for. */
function roomOf(tile: Tile, width: number, height: number): string | undefined {
  const [across, down] = [tile.width * width, tile.height * height];
  if (across >= 110 && down >= 64) return styles.roomy;
  return across >= 56 && down >= 26 ? styles.tight : styles.tiny;
}
