import { condense, type Figure } from '../../figures/index.ts';
import { sparklinePaths } from './path.ts';
import styles from './Sparkline.module.css';

const WIDTH = 200;
const HEIGHT = 36;
/** More points than this only make noise at that size. */
const POINTS = 60;

/** A small drawing of a figure's trend. Hidden from screen readers, because the page says the same in words. */
export function Sparkline({ figures }: { readonly figures: readonly Figure[] }) {
  const { line, area } = sparklinePaths(condense(figures, POINTS), WIDTH, HEIGHT);
  return (
    <svg className={styles.sparkline} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.area} d={area} />
      <path className={styles.line} d={line} />
    </svg>
  );
}
