import { Link } from 'react-aria-components';
import { writeCell } from '../../../components/index.ts';
import { useMoney } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { cellName, heatOf, type MatrixCell } from '../model/index.ts';
import { useClasses, useWords } from '../state/index.ts';
import styles from './Matrix.module.css';

/** A cell of the matrix: how many products, and how much of the sales. It opens its products; once more, all of them. */
export function CellLink({ cell }: { readonly cell: MatrixCell }) {
  const texts = useWords();
  const locale = useLocale();
  const money = useMoney();
  const { cell: chosen, hrefTo } = useClasses();
  const name = cellName(cell);
  const isChosen = chosen !== null && cellName(chosen) === name;
  const count = locale.numbers.whole(cell.productos);
  const products = texts.products(cell.productos === 1);
  const share = writeCell(cell.valor_porcentaje, 'percent', locale);
  if (cell.productos === 0) return <span className={styles.none}>{texts.emptyCell}</span>;
  return (
    <Link
      className={`${styles.cell} ${styles[`heat${heatOf(cell)}`]} ${isChosen ? styles.chosen : ''}`}
      href={hrefTo({ cell: isChosen ? null : cell })}
      {...(isChosen ? { 'aria-current': 'true' } : {})}
    >
      <span className={styles.count}>
        <span className="visually-hidden">{name}: </span>
        {count} <span className={styles.unit}>{products}</span>
      </span>{' '}
      <span className={styles.share}>
        {share} <span className="visually-hidden">{texts.ofSales}</span>
      </span>{' '}
      <span className={styles.value}>{money.money(cell.valor)}</span>
    </Link>
  );
}
