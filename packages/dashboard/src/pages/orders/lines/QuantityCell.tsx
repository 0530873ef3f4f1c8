import { type KeyboardEvent, useState } from 'react';
import { useLocale } from '../kit.ts';
import { casesOf, isQuantity, readQuantity, stepCases, unitsOf, writeQuantity } from '../model/index.ts';
import { decimalMark } from './line-props.ts';
import styles from './Lines.module.css';

export interface QuantityCellProps {
  readonly label: string;
  /** Units as the API takes them, empty, or what was typed if it is no quantity. */
  readonly value: string;
  /** What holds while it is empty. */
  readonly otherwise: string | null;
  readonly caseSize: string;
  /** Counts whole cases instead of units. */
  readonly inCases: boolean;
  readonly invalid: boolean;
  /** The id of what describes it. */
  readonly describedBy: string | undefined;
  /** Undefined takes back what was typed. */
  readonly onChange: (quantity: string | undefined) => void;
}

/** A cell that takes a quantity, in units or in cases: each tells the other. */
export function QuantityCell(props: QuantityCellProps) {
  const { label, value, otherwise, caseSize, inCases, invalid, describedBy, onChange } = props;
  const mark = decimalMark(useLocale().tag);
  const shown = (quantity: string) => {
    if (!inCases) return writeQuantity(quantity, mark);
    return isQuantity(quantity) ? (casesOf(quantity, caseSize) ?? '') : '';
  };
  // What is being typed stays as it is typed: it is written anew when the cell is left, or changed from elsewhere. An
  // emptied cell stays empty, whatever its quantity is then.
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: string | null } | null>(null);
  const text = typed !== null && (typed.of === null || typed.of === value) ? typed.text : shown(value);
  const type = (next: string) => {
    if (next.trim() === '') {
      setTyped({ text: '', of: null });
      onChange(undefined);
      return;
    }
    if (inCases && !/^\d{1,6}$/.test(next)) return;
    const quantity = inCases ? unitsOf(next, caseSize) : (readQuantity(next, mark) ?? next);
    setTyped({ text: next, of: quantity });
    onChange(quantity);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === '+' ? 1 : event.key === '-' ? -1 : null;
    if (step === null && event.key !== 'Escape') return;
    event.preventDefault();
    setTyped(null);
    onChange(step === null ? undefined : stepCases(value === '' ? (otherwise ?? '') : value, caseSize, step));
  };
  return (
    <input
      className={styles.input}
      type="text"
      inputMode={inCases ? 'numeric' : 'decimal'}
      autoComplete="off"
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      placeholder={otherwise === null ? '' : shown(otherwise)}
      value={text}
      onChange={({ target }) => type(target.value)}
      onKeyDown={press}
      onFocus={({ target }) => target.select()}
      onBlur={() => setTyped(null)}
    />
  );
}
