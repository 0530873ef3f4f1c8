import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './Segmented.module.css';

export interface SegmentedItem<Name extends string> {
  readonly name: Name;
  readonly content: ReactNode;
  /** The accessible name, where the content abbreviates it. */
  readonly label?: string;
}

export interface SegmentedProps<Name extends string> {
  readonly label: string;
  readonly items: readonly SegmentedItem<Name>[];
  /** Undefined if none is selected. */
  readonly selected: Name | undefined;
  readonly onSelect: (name: Name) => void;
  /** On a narrow screen, a full-width grid of three columns. */
  readonly stretch?: boolean;
}

/** A few options side by side, at most one of them selected. */
export function Segmented<Name extends string>(props: SegmentedProps<Name>) {
  const { label, items, selected, onSelect, stretch = false } = props;
  const choose = (keys: Set<unknown>) => {
    const item = items.find(({ name }) => keys.has(name));
    if (item) onSelect(item.name);
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={[styles.group, stretch ? styles.stretch : ''].join(' ')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={choose}
    >
      {items.map((item) => (
        <ToggleButton
          key={item.name}
          id={item.name}
          className={styles.item ?? ''}
          {...(item.label && { 'aria-label': item.label })}
        >
          {item.content}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
