import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './FieldFrame.tsx';
import styles from './Fields.module.css';
import { Option, type FieldOption } from './SelectField.tsx';
import { words } from './texts.ts';

export interface ComboFieldProps<Id extends string> extends FieldProps {
  readonly options: readonly FieldOption<Id>[];
  /** Null if none is chosen. */
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
  /** What is typed, where the server finds the options; without it they are filtered here. */
  readonly text?: string;
  readonly onText?: (text: string) => void;
  /** Other options are on their way. */
  readonly loading?: boolean;
  readonly placeholder?: string;
}

/** One of many options, found by typing. */
export function ComboField<Id extends string>(props: ComboFieldProps<Id>) {
  const { options, value, onChange, text, onText, loading = false, placeholder } = props;
  const { error, isRequired = false, isDisabled = false, name, autoFocus = false } = props;
  const texts = useTexts(words);
  return (
    <ComboBox
      className={styles.field ?? ''}
      {...(onText === undefined ? { defaultItems: options } : { items: options })}
      value={value}
      onChange={(key) => onChange(options.find(({ id }) => id === key)?.id ?? null)}
      {...(text === undefined ? {} : { inputValue: text })}
      {...(onText === undefined ? {} : { onInputChange: onText })}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name })}
    >
      <FieldLabel {...props} />
      <Group className={styles.combo ?? ''}>
        <Input className={styles.input ?? ''} placeholder={placeholder ?? ''} />
        <Button className={styles.arrow ?? ''} aria-label={texts.open}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </Group>
      <FieldNotes {...props} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox<FieldOption<Id>>
          className={styles.options ?? ''}
          renderEmptyState={() => <p className={styles.nothing}>{loading ? texts.loading : texts.nothing}</p>}
        >
          {(option) => <Option option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
