import { Check } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, type Selection } from 'react-aria-components';
import { Button } from '../button/Button.tsx';
import styles from './Menu.module.css';

export interface MenuChoice<Name extends string> {
  readonly name: Name;
  readonly text: string;
  readonly icon?: ComponentType<{ readonly size: number; readonly 'aria-hidden': 'true' }>;
}

export interface ChoiceMenuProps<Name extends string> {
  readonly label: string;
  /** What stands on the button; the label is read aloud in its place. */
  readonly face: ReactNode;
  readonly choices: readonly MenuChoice<Name>[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** A small button that opens a menu of which one choice holds. */
export function ChoiceMenu<Name extends string>({ label, face, choices, chosen, onChoose }: ChoiceMenuProps<Name>) {
  const change = (selection: Selection) => {
    const next = choices.find(({ name }) => selection !== 'all' && selection.has(name));
    if (next) onChoose(next.name);
  };
  return (
    <MenuTrigger>
      <Button look="quiet" square aria-label={label}>
        {face}
      </Button>
      <Popover className={styles.popover ?? ''} placement="top" offset={6}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[chosen]}
          onSelectionChange={change}
        >
          {choices.map(({ name, text, icon: Icon }) => (
            <MenuItem key={name} id={name} className={styles.item ?? ''} textValue={text}>
              {Icon === undefined ? null : <Icon size={16} aria-hidden="true" />}
              {text}
              <Check className={styles.check} size={16} aria-hidden="true" />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
