import type { ReactNode } from 'react';
import type { Usuario } from '../../client/index.ts';
import { useSignOut } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { Brand } from './Brand.tsx';
import styles from './Shell.module.css';
import { Tools } from './Tools.tsx';

/** The element that holds the page: the skip link leads there, and so does opening another page. */
export const MAIN_ID = 'contenido';

export interface ShellProps {
  readonly user: Usuario;
  /** Where to go: the search, and the list of pages. */
  readonly ways: ReactNode;
  /** What stands above every page because it concerns all of them. */
  readonly notices: ReactNode;
  readonly children: ReactNode;
}

/** What surrounds every page of a person who is signed in. */
export function Shell({ user, ways, notices, children }: ShellProps) {
  const { texts } = useLocale();
  const signOut = useSignOut();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href={`#${MAIN_ID}`}>
        {texts.shell.skipToContent}
      </a>
      <header className={styles.side}>
        <Brand />
        {ways}
        <Tools user={user} onSignOut={() => signOut.mutate()} />
      </header>
      <div className={styles.column}>
        {notices}
        <p role="status" className={signOut.isError ? styles.problem : 'visually-hidden'}>
          {signOut.isError ? texts.shell.signOutFailed : signOut.isPending ? texts.shell.signingOut : ''}
        </p>
        <main id={MAIN_ID} className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
