import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useLocale } from '../../../../i18n/index.ts';
import styles from './parts.module.css';

export interface KindOfRow<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** How many there are; undefined as long as it is unknown. */
  readonly count: number | undefined;
}

export interface KindChipsProps<Id extends string> {
  readonly label: string;
  readonly kinds: readonly KindOfRow<Id>[];
  /** None: nothing is filtered. */
  readonly selected: readonly Id[];
  readonly onChange: (selected: readonly Id[]) => void;
}

/** Kinds of rows to choose from, several at once. */
export function KindChips<Id extends string>({ label, kinds, selected, onChange }: KindChipsProps<Id>) {
  const { numbers } = useLocale();
  const choose = (keys: Set<unknown>) => onChange(kinds.map(({ id }) => id).filter((id) => keys.has(id)));
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.chips ?? ''}
      selectionMode="multiple"
      selectedKeys={selected}
      onSelectionChange={choose}
    >
      {kinds.map(({ id, name, count }) => (
        <ToggleButton key={id} id={id} className={styles.chip ?? ''}>
          {name} <b>{count === undefined ? '' : numbers.whole(count)}</b>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
