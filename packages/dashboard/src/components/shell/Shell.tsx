import type { ReactNode } from 'react';
import type { Usuario } from '../../client/index.ts';
import { useSignOut } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Logo } from './Logo.tsx';
import styles from './Shell.module.css';
import { ThemeMenu } from './ThemeMenu.tsx';

const MAIN_ID = 'contenido';

/** What surrounds every page of a person who is signed in. */
export function Shell({ user, children }: { readonly user: Usuario; readonly children: ReactNode }) {
  const { texts } = useLocale();
  const signOut = useSignOut();
  return (
    <>
      <a className={styles.skip} href={`#${MAIN_ID}`}>
        {texts.shell.skipToContent}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <span className={styles.brand}>
            <Logo size={26} />
            {texts.productName}
          </span>
          <ThemeMenu />
          <AccountMenu user={user} onSignOut={() => signOut.mutate()} />
        </div>
        <p role="status" className={signOut.isError ? styles.problem : 'visually-hidden'}>
          {signOut.isError ? texts.shell.signOutFailed : signOut.isPending ? texts.shell.signingOut : ''}
        </p>
      </header>
      <main id={MAIN_ID} className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
