import { useLocale } from '../../../../i18n/index.ts';
import { useListTexts } from '../../state/index.ts';
import styles from './parts.module.css';

export interface AnsweredDaysProps {
  /** Undefined as long as they are unknown, null without sales. */
  readonly from: string | null | undefined;
  readonly to: string | null | undefined;
}

/** The days that the rows are about, as the answer says. */
export function AnsweredDays({ from, to }: AnsweredDaysProps) {
  const { dates } = useLocale();
  return from && to ? <span className={styles.told}>{dates.range({ from, to })}</span> : null;
}

/** A figure of all the rows together, beside their title. */
export function Told({ children }: { readonly children: string }) {
  return <span className={styles.told}>{children}</span>;
}

/** There may be more rows than a ranking gives at once. */
export function CutNote({ count }: { readonly count: number }) {
  const texts = useListTexts();
  const { numbers } = useLocale();
  return texts.firstRows(numbers.whole(count));
}
