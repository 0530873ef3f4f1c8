import { PageHead } from '../../components/index.ts';
import { useStockMoney } from '../../components/stock/index.ts';
import { useLocale } from '../../i18n/index.ts';
import styles from './InventoryPage.module.css';
import { Lists } from './lists/Lists.tsx';
import { Overview } from './overview/Overview.tsx';
import { useOverviewTexts } from './state/index.ts';

/** What there is in each store, what is missing and what is too much. */
export function InventoryPage() {
  const texts = useOverviewTexts();
  const { dates } = useLocale();
  const { rateOf } = useStockMoney();
  const subtitle = rateOf === null ? texts.subtitle : `${texts.subtitle} ${texts.inDollars(dates.day(rateOf))}`;
  return (
    <div className={styles.page}>
      <PageHead title={texts.title} subtitle={subtitle} filters={['stores', 'categories', 'text']} />
      <Overview />
      <Lists />
    </div>
  );
}
