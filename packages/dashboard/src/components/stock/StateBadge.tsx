import { ArrowDown, ArrowUp, Check, CircleAlert, CircleOff, type LucideIcon } from 'lucide-react';
import { useTexts } from '../../i18n/index.ts';
import { stockTones, type StockState } from './states.ts';
import styles from './StateBadge.module.css';
import { stockWords } from './texts.ts';

const signs: Record<StockState, LucideIcon> = {
  SIN_STOCK: CircleOff,
  CRITICO: CircleAlert,
  BAJO: ArrowDown,
  NORMAL: Check,
  EXCESO: ArrowUp,
};

/** A state of stock: its sign, its colour and its name. */
export function StateBadge({ state }: { readonly state: StockState }) {
  const { states } = useTexts(stockWords);
  const Sign = signs[state];
  return (
    <span className={`${styles.badge} ${styles[stockTones[state]]}`}>
      <Sign size={13} aria-hidden="true" />
      {states[state]}
    </span>
  );
}
