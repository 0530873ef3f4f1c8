import { writeCell } from '../../../components/index.ts';
import { useMoney } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { CellSum } from '../model/index.ts';
import styles from './Matrix.module.css';

/** What a row, a column, or all of the matrix comes to. */
export function Sum({ sum }: { readonly sum: CellSum }) {
  const locale = useLocale();
  const money = useMoney();
  return (
    <span className={styles.total}>
      <span className={styles.count}>{locale.numbers.whole(sum.products)}</span>{' '}
      <span className={styles.share}>{writeCell(sum.share, 'percent', locale)}</span>{' '}
      <span className={styles.value}>{money.money(sum.value)}</span>
    </span>
  );
}
