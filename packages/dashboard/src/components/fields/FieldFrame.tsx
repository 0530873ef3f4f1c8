import { FieldError, Label, Text } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import styles from './Fields.module.css';
import { words } from './texts.ts';

/** What every field takes. */
export interface FieldProps {
  readonly label: string;
  /** Read by screen readers alone: where a table's header already names it. */
  readonly hideLabel?: boolean;
  /** How to fill it in. */
  readonly hint?: string | undefined;
  /** What is wrong with what it holds; null if nothing is. */
  readonly error?: string | null | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly name?: string;
  readonly autoFocus?: boolean;
}

/** The name of a field. */
export function FieldLabel({ label, hideLabel = false, isRequired = false }: FieldProps) {
  const texts = useTexts(words);
  return (
    <Label className={hideLabel ? 'visually-hidden' : styles.label}>
      {label}
      {isRequired ? (
        <span className={styles.required} title={texts.required} aria-hidden="true">
          {' *'}
        </span>
      ) : null}
    </Label>
  );
}

/** What is wrong with a field, or else how to fill it in. */
export function FieldNotes({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint === undefined || error ? null : (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </>
  );
}
