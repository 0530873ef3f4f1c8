import type { Vista } from '../../client/index.ts';
import type { Views } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { hrefOf } from '../../navigation/index.ts';
import { words } from './texts.ts';
import { ViewRow } from './ViewRow.tsx';
import styles from './Views.module.css';

export interface ViewListProps {
  readonly page: string;
  readonly views: Views;
  readonly onEdit: (view: Vista) => void;
  readonly onClose: () => void;
}

/** Each view as a link to its address. */
export function ViewList({ page, views, onEdit, onClose }: ViewListProps) {
  const texts = useTexts(words);
  if (views.views.length === 0) {
    const note = { ready: texts.none, waiting: texts.waiting, failed: texts.failed }[views.state];
    return <p className={styles.note}>{note}</p>;
  }
  return (
    <ul className={styles.list}>
      {views.views.map((view) => (
        <ViewRow
          key={view.id}
          view={view}
          views={views}
          href={hrefOf(page) + (view.parametros === '' ? '' : `?${view.parametros}`)}
          onEdit={() => onEdit(view)}
          onClose={onClose}
        />
      ))}
    </ul>
  );
}
