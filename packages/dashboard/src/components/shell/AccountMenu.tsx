import { ChevronDown, LogOut } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Usuario } from '../../client/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import menuStyles from './Menu.module.css';
import styles from './Shell.module.css';

export interface AccountMenuProps {
  readonly user: Usuario;
  readonly onSignOut: () => void;
}

/** Who is signed in, and the way out. */
export function AccountMenu({ user, onSignOut }: AccountMenuProps) {
  const { texts } = useLocale();
  return (
    <MenuTrigger>
      <Button look="quiet">
        <span className="visually-hidden">{texts.shell.account}: </span>
        <span className={styles.avatar} aria-hidden="true">
          {initials(user.nombre)}
        </span>
        <span className={styles.personName}>{user.nombre}</span>
        <ChevronDown size={15} aria-hidden="true" />
      </Button>
      <Popover className={menuStyles.popover ?? ''} placement="bottom end" offset={6}>
        <div className={menuStyles.person}>
          <strong>{user.nombre}</strong>
          <span>{user.correo}</span>
          <span>{texts.shell.roles[user.rol]}</span>
        </div>
        <Menu className={menuStyles.menu ?? ''} aria-label={texts.shell.account} onAction={onSignOut}>
          <MenuItem id="sign-out" className={menuStyles.item ?? ''} textValue={texts.shell.signOut}>
            <LogOut size={16} aria-hidden="true" />
            {texts.shell.signOut}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The first letters of the first two words. */
function initials(name: string): string {
  const letters = name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 1));
  return letters.slice(0, 2).join('').toUpperCase();
}
