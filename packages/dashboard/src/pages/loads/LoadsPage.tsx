import { CalendarPanel } from './calendar/CalendarPanel.tsx';
import { PageHead, useAddressSearch, useTexts } from './kit.ts';
import { DetailPanel } from './ledger/DetailPanel.tsx';
import styles from './LoadsPage.module.css';
import { readView } from './model/index.ts';
import { words } from './texts.ts';

/** Which sales are in, which are not and why, and one press to have them loaded again. */
export function LoadsPage() {
  const texts = useTexts(words);
  const view = readView(useAddressSearch());
  return (
    <div className={styles.page}>
      <PageHead title={texts.title} subtitle={texts.lead} filters={['stores']} />
      <CalendarPanel view={view} />
      <DetailPanel view={view} />
    </div>
  );
}
