import type { Usuario } from '../../client/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { CurrencyMenu } from './CurrencyMenu.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import styles from './Shell.module.css';
import { ThemeMenu } from './ThemeMenu.tsx';

export interface ToolsProps {
  readonly user: Usuario;
  readonly onSignOut: () => void;
}

/** How everything is shown, and to whom. */
export function Tools({ user, onSignOut }: ToolsProps) {
  return (
    <div className={styles.tools}>
      <div className={styles.choices}>
        <CurrencyMenu />
        <LanguageMenu />
        <ThemeMenu />
      </div>
      <AccountMenu user={user} onSignOut={onSignOut} />
    </div>
  );
}
