import { useMemo, useState } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { isDecimal } from '../../figures/index.ts';
import { useLocale, useTexts } from '../../i18n/index.ts';
import { decimalSigns, readDecimal, writeDecimal } from './decimal-input.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './FieldFrame.tsx';
import styles from './Fields.module.css';
import { words } from './texts.ts';

export interface NumberFieldProps extends FieldProps {
  /** A decimal's text, empty, or what was typed if that is no number: `isDecimal` tells. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Written behind the figure: a unit. */
  readonly unit?: string;
}

/** Takes an exact decimal, in the signs of the language on screen. It says itself that something is no number. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, unit, error, isRequired = false, isDisabled = false, name, autoFocus = false } = props;
  const { tag } = useLocale();
  const texts = useTexts(words);
  const signs = useMemo(() => decimalSigns(tag), [tag]);
  // What is being typed stays as it is typed: it is written anew when the field is left.
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: string } | null>(null);
  const text = typed !== null && typed.value === value ? typed.text : writeDecimal(value, tag);
  const problem = error ?? (value === '' || isDecimal(value) || typed !== null ? null : texts.notANumber);
  const type = (next: string) => {
    const read = readDecimal(next, signs);
    setTyped({ text: next, value: read });
    onChange(read);
  };
  return (
    <AriaTextField
      className={styles.field ?? ''}
      value={text}
      onChange={type}
      onBlur={() => setTyped(null)}
      inputMode="decimal"
      autoComplete="off"
      isInvalid={Boolean(problem)}
      isRequired={isRequired}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name })}
    >
      <FieldLabel {...props} />
      <span className={styles.withUnit}>
        <Input className={`${styles.input} ${styles.number}`} />
        {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
      </span>
      <FieldNotes hint={props.hint} error={problem} />
    </AriaTextField>
  );
}
