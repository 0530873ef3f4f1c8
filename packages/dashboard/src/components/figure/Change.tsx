import { ArrowDownRight, ArrowUpRight, Minus } from 'lucide-react';
import { useLocale } from '../../i18n/index.ts';
import styles from './Figure.module.css';

export interface ChangeProps {
  /** 0.1 is ten per cent more; null where there is nothing to compare with. */
  readonly value: number | null;
  /** Whether more is worse: returned lines, say. */
  readonly moreIsWorse?: boolean;
}

/** A relative change. Arrow, sign and colour all say the same, so that nobody depends on any one of them. */
export function Change({ value, moreIsWorse = false }: ChangeProps) {
  const { numbers, texts } = useLocale();
  if (value === null) return <span className={styles.neutral}>{texts.notAvailable}</span>;
  // Whatever is displayed as 0,0 % counts as no change.
  const rounded = Math.round(value * 1000);
  const Icon = rounded === 0 ? Minus : rounded > 0 ? ArrowUpRight : ArrowDownRight;
  const tone = rounded === 0 ? styles.neutral : rounded > 0 !== moreIsWorse ? styles.better : styles.worse;
  return (
    <span className={`${styles.change} ${tone}`}>
      <Icon size="1.1em" strokeWidth={2.4} aria-hidden="true" />
      {numbers.change(rounded / 1000)}
    </span>
  );
}
