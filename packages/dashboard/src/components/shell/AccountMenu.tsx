import { ChevronsUpDown, LogOut, UserRound } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Usuario } from '../../client/index.ts';
import { initials, useLocale } from '../../i18n/index.ts';
import { hrefOf } from '../../navigation/index.ts';
import { Button } from '../button/Button.tsx';
import menuStyles from './Menu.module.css';
import styles from './Shell.module.css';

export interface AccountMenuProps {
  readonly user: Usuario;
  readonly onSignOut: () => void;
}

/** Who is signed in, their own page, and the way out. */
export function AccountMenu({ user, onSignOut }: AccountMenuProps) {
  const { shell } = useLocale().texts;
  return (
    <MenuTrigger>
      <Button look="quiet">
        <span className="visually-hidden">{shell.account}: </span>
        <span className={styles.avatar} aria-hidden="true">
          {initials(user.nombre)}
        </span>
        <span className={styles.personName}>{user.nombre}</span>
        <ChevronsUpDown className={styles.personMore} size={15} aria-hidden="true" />
      </Button>
      <Popover className={menuStyles.popover ?? ''} placement="top start" offset={6}>
        <div className={menuStyles.person}>
          <strong>{user.nombre}</strong>
          <span>{user.correo}</span>
          <span>{shell.roles[user.rol]}</span>
        </div>
        <Menu className={menuStyles.menu ?? ''} aria-label={shell.account}>
          <MenuItem className={menuStyles.item ?? ''} textValue={shell.profile} href={hrefOf('/perfil')}>
            <UserRound size={16} aria-hidden="true" />
            {shell.profile}
          </MenuItem>
          <MenuItem className={menuStyles.item ?? ''} textValue={shell.signOut} onAction={onSignOut}>
            <LogOut size={16} aria-hidden="true" />
            {shell.signOut}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
