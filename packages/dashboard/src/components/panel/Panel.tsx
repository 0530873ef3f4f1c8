import { useId, type ReactNode } from 'react';
import type { FileFormat, Source } from '../../client/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Segmented } from '../segmented/Segmented.tsx';
import { Definition } from './Definition.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import styles from './Panel.module.css';
import { words } from './texts.ts';

/** A panel's content drawn, or the same figures as a table. */
export type PanelView = 'chart' | 'table';

export interface PanelProps {
  readonly title: string;
  /** Stands beside the title: a legend, a count, a switch. */
  readonly aside?: ReactNode;
  /** Where the content comes from: with it, the panel can be exported. */
  readonly source?: Source | undefined;
  /** As what its rows can be had; as what spreadsheets open unless told. */
  readonly formats?: readonly FileFormat[];
  /** What the figures are, in a sentence or two. */
  readonly definition?: string;
  readonly view?: PanelView;
  readonly onView?: (view: PanelView) => void;
  readonly children: ReactNode;
}

/** A titled region of a page, on a surface of its own. */
export function Panel({ title, aside, source, formats, definition, view, onView, children }: PanelProps) {
  const texts = useTexts(words);
  const titleId = useId();
  const views = (['chart', 'table'] as const).map((name) => ({ name, content: texts[name] }));
  const tools = onView !== undefined || source !== undefined;
  return (
    <section className={styles.panel} aria-labelledby={titleId}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {definition === undefined ? null : <Definition title={title} text={definition} />}
        </div>
        {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
        {tools ? (
          <div className={styles.tools}>
            {onView === undefined ? null : (
              <Segmented label={texts.view} items={views} selected={view} onSelect={onView} />
            )}
            {source === undefined ? null : <ExportMenu title={title} source={source} {...(formats && { formats })} />}
          </div>
        ) : null}
      </header>
      {children}
    </section>
  );
}
