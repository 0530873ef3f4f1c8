import { Input, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './FieldFrame.tsx';
import styles from './Fields.module.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'date';
  /** Takes several lines. */
  readonly multiline?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly autoComplete?: string;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', multiline = false, maxLength, placeholder, autoComplete = 'off' } = props;
  const { error, isRequired = false, isDisabled = false, name, autoFocus = false } = props;
  return (
    <AriaTextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      type={type}
      autoComplete={autoComplete}
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name })}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <FieldLabel {...props} />
      {multiline ? (
        <TextArea className={`${styles.input} ${styles.area}`} rows={3} placeholder={placeholder ?? ''} />
      ) : (
        <Input className={styles.input ?? ''} placeholder={placeholder ?? ''} />
      )}
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
