import { MoreVertical } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../button/Button.tsx';
import menuStyles from '../shell/Menu.module.css';
import type { ViewAction } from './useViewActions.ts';

export interface ViewOptionsProps {
  readonly label: string;
  readonly actions: readonly ViewAction[];
}

/** What can be done with a view beside opening it. */
export function ViewOptions({ label, actions }: ViewOptionsProps) {
  return (
    <MenuTrigger>
      <Button look="quiet" square aria-label={label}>
        <MoreVertical size={16} aria-hidden="true" />
      </Button>
      <Popover className={menuStyles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu className={menuStyles.menu ?? ''} aria-label={label}>
          {actions.map(({ text, act }) => (
            <MenuItem key={text} className={menuStyles.item ?? ''} textValue={text} onAction={act}>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
