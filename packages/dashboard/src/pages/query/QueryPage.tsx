import { Allowed } from '../../components/allowed/index.ts';
import { PageHead } from '../../components/page/index.ts';
import { useTexts } from '../../i18n/index.ts';
import styles from './Query.module.css';
import { words } from './texts.ts';
import { Workbench } from './Workbench.tsx';

/** SQL of one's own over the copy for analysis. */
export function QueryPage() {
  const texts = useTexts(words);
  return (
    <div className={styles.page}>
      <PageHead title={texts.title} subtitle={texts.subtitle} />
      <Allowed role="gerente_general">
        <Workbench />
      </Allowed>
    </div>
  );
}
