import { useLocation } from '@tanstack/react-router';
import { Allowed, PageHead, useHasRole } from '../../components/index.ts';
import { useTexts } from '../../i18n/index.ts';
import styles from './Query.module.css';
import { Workbench } from './Workbench.tsx';
import { words } from './texts.ts';

const ROLE = 'gerente_general';

/** SQL of one's own over the copy for analysis. */
export function QueryPage() {
  const texts = useTexts(words);
  const allowed = useHasRole(ROLE);
  // A view is a query string: a statement that is too long for one cannot be saved as a view.
  const fits = useLocation({ select: ({ hash }) => hash === '' });
  return (
    <div className={styles.page}>
      <PageHead title={texts.title} subtitle={texts.subtitle} views={allowed && fits} />
      <Allowed role={ROLE}>
        <Workbench />
      </Allowed>
    </div>
  );
}
