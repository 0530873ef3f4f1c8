import { Check, ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './FieldFrame.tsx';
import styles from './Fields.module.css';

export interface FieldOption<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  /** Says more about it, more quietly. */
  readonly note?: string;
}

export interface SelectFieldProps<Id extends string> extends FieldProps {
  readonly options: readonly FieldOption<Id>[];
  /** Null if none is chosen yet. */
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly placeholder?: string;
}

/** One of a few options. */
export function SelectField<Id extends string>(props: SelectFieldProps<Id>) {
  const { options, value, onChange, placeholder, error, isRequired = false, isDisabled = false, name } = props;
  const choose = (key: unknown) => {
    const option = options.find(({ id }) => id === key);
    if (option) onChange(option.id);
  };
  return (
    <Select
      className={styles.field ?? ''}
      value={value}
      onChange={choose}
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      isDisabled={isDisabled}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name })}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldLabel {...props} />
      <Button className={`${styles.input} ${styles.select}`} autoFocus={props.autoFocus ?? false}>
        <SelectValue className={styles.selected ?? ''}>
          {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <FieldNotes {...props} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.options ?? ''} items={options}>
          {(option) => <Option option={option} />}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** An option in a list of them. */
export function Option({ option }: { readonly option: FieldOption }) {
  return (
    <ListBoxItem id={option.id} className={styles.option ?? ''} textValue={option.name}>
      <span className={styles.optionText}>
        <Text slot="label">{option.name}</Text>
        {option.note === undefined ? null : (
          <Text slot="description" className={styles.note ?? ''}>
            {option.note}
          </Text>
        )}
      </span>
      <Check className={styles.check} size={16} aria-hidden="true" />
    </ListBoxItem>
  );
}
