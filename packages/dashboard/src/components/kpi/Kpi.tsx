import type { ReactNode } from 'react';
import type { Source } from '../../client/index.ts';
import { useLocale, useTexts, type NumberParts } from '../../i18n/index.ts';
import { Change } from '../figure/Change.tsx';
import { Figure } from '../figure/Figure.tsx';
import { Traced } from '../trace/Traced.tsx';
import styles from './Kpi.module.css';
import { words } from './texts.ts';

/** What a figure is compared with. */
export interface KpiChange {
  /** `Período anterior`, say. */
  readonly name: string;
  /** The figure then, written out; null if there is none. */
  readonly before: string | null;
  /** 0.1 is ten per cent more; null where it has no meaning. */
  readonly change: number | null;
}

export interface KpiProps {
  readonly label: string;
  /** Null where the figure has no meaning: an average over nothing. */
  readonly value: NumberParts | null;
  readonly changes?: readonly KpiChange[];
  /** A drawing of the figure day by day. */
  readonly course?: ReactNode;
  /** Says more about the figure. */
  readonly note?: ReactNode;
  readonly definition: string;
  readonly source: Source;
  readonly moreIsWorse?: boolean;
  /** The one figure that is set larger. */
  readonly main?: boolean;
}

export interface KpiStripProps {
  readonly label: string;
  /** There are seven, the main one as wide as two. */
  readonly seven?: boolean;
  readonly children: ReactNode;
}

/** The figures of a page, side by side. */
export function KpiStrip({ label, seven = false, children }: KpiStripProps) {
  return (
    <ul className={`${styles.strip} ${seven ? styles.ofSeven : ''}`} aria-label={label}>
      {children}
    </ul>
  );
}

/** One figure, with what it was before: an item of `KpiStrip`. */
export function Kpi(props: KpiProps) {
  const { label, value, changes = [], course, note, definition, source, moreIsWorse = false, main = false } = props;
  const { texts } = useLocale();
  return (
    <li className={`${styles.cell} ${main ? styles.main : ''}`}>
      <h2 className={styles.label}>{label}</h2>
      <p className={styles.value}>
        <Traced label={label} definition={definition} source={source}>
          {value === null ? texts.notAvailable : <Figure parts={value} />}
        </Traced>
      </p>
      {changes.length === 0 ? null : (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <ChangeLine key={change.name} change={change} moreIsWorse={moreIsWorse} />
          ))}
        </ul>
      )}
      {note === undefined ? null : <div className={styles.note}>{note}</div>}
      {course === undefined ? null : <div className={styles.course}>{course}</div>}
    </li>
  );
}

function ChangeLine({ change, moreIsWorse }: { readonly change: KpiChange; readonly moreIsWorse: boolean }) {
  const texts = useTexts(words);
  return (
    <li className={styles.change}>
      {change.before === null ? (
        <span>{texts.noComparison}</span>
      ) : (
        <>
          <Change value={change.change} moreIsWorse={moreIsWorse} />
          <span>{texts.before(change.before)}</span>
        </>
      )}
      <span className={styles.name}>{change.name}</span>
    </li>
  );
}
