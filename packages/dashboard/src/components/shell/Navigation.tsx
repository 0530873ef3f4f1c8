import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { useAddressSearch } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { hrefOf, keptSearch, type PageEntry } from '../../navigation/index.ts';
import styles from './Navigation.module.css';
import { pageIcons } from './page-icons.ts';

/** As many as fit side by side at the foot of a telephone; the others come up on request. */
const FIRST = 4;

export interface NavigationProps {
  /** Those that the person may open. */
  readonly pages: readonly PageEntry[];
  /** The page on screen, or the one that it belongs to. */
  readonly current: PageEntry | undefined;
}

/** The way to every page: a column beside it on a wide screen, a bar at the foot of a narrow one. */
export function Navigation({ pages, current }: NavigationProps) {
  const { shell, pages: names } = useLocale().texts;
  const search = useAddressSearch();
  const [open, setOpen] = useState(false);
  const isBehind = current !== undefined && pages.indexOf(current) >= FIRST;
  return (
    <nav className={styles.nav} aria-label={shell.pages} data-open={open}>
      <ul className={styles.list}>
        {pages.map((page) => {
          const Icon = pageIcons[page.id];
          return (
            <li key={page.id}>
              <Link
                className={styles.link ?? ''}
                href={hrefOf(page.path, keptSearch(search, page))}
                onPress={() => setOpen(false)}
                {...(page === current && { 'aria-current': 'page' })}
              >
                <Icon size={19} aria-hidden="true" />
                <span>{names[page.id]}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {pages.length > FIRST ? (
        <button
          type="button"
          className={`${styles.link} ${styles.more}`}
          aria-expanded={open}
          data-holds-current={isBehind}
          onClick={() => setOpen(!open)}
        >
          <MoreHorizontal size={19} aria-hidden="true" />
          <span>{shell.more}</span>
        </button>
      ) : null}
    </nav>
  );
}
