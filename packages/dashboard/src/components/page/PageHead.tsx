import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLocale } from '../../i18n/index.ts';
import { FilterBar, type FilterName } from '../filter-bar/index.ts';
import { ViewsMenu } from '../views/index.ts';
import styles from './PageHead.module.css';

export interface PageHeadProps {
  /** Also the document's title. */
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** What the page can be filtered by, in this order. */
  readonly filters?: readonly FilterName[];
  /** Buttons that concern the whole page. */
  readonly actions?: ReactNode;
  /** Whether what is on screen can be saved as a view; unless told, where the page can be filtered. */
  readonly views?: boolean;
}

/** A page's name, what can be done with all of it, and its filters. */
export function PageHead({ title, subtitle, filters = [], actions, views = filters.length > 0 }: PageHeadProps) {
  const { texts } = useLocale();
  const page = useLocation({ select: ({ pathname }) => pathname });
  return (
    <header className={styles.head}>
      <title>{`${title} · ${texts.productName}`}</title>
      <div className={styles.names}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle === undefined ? null : <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions !== undefined || views ? (
        <div className={styles.actions}>
          {actions}
          {views ? <ViewsMenu page={page} /> : null}
        </div>
      ) : null}
      {filters.length === 0 ? null : <FilterBar filters={filters} />}
    </header>
  );
}
