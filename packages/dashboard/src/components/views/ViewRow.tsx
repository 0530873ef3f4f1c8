import { Link } from 'react-aria-components';
import type { Vista } from '../../client/index.ts';
import type { Views } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { words } from './texts.ts';
import { useViewActions } from './useViewActions.ts';
import { ViewOptions } from './ViewOptions.tsx';
import styles from './Views.module.css';

export interface ViewRowProps {
  readonly view: Vista;
  readonly views: Views;
  readonly href: string;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** A view as a link to its address, and what else can be done with it. */
export function ViewRow({ view, views, href, onEdit, onClose }: ViewRowProps) {
  const texts = useTexts(words);
  const actions = useViewActions(view, views, onEdit);
  const whose = [texts.forAll, view.autor === null ? null : texts.by(view.autor)].filter(Boolean).join(' · ');
  return (
    <li className={styles.row}>
      <Link
        className={styles.view ?? ''}
        href={href}
        onPress={onClose}
        {...(view === views.current && { 'aria-current': 'true' })}
      >
        <span className={styles.name}>{view.nombre}</span>
        {view.compartida ? <span className={styles.hint}>{whose}</span> : null}
      </Link>
      {actions.length === 0 ? null : <ViewOptions label={texts.options(view.nombre)} actions={actions} />}
    </li>
  );
}
