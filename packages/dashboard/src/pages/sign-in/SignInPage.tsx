import { useEffect, useState } from 'react';
import { Logo, ThemeMenu } from '../../components/index.ts';
import { useSignIn, type SignedOutReason } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { refusalText, type TokenSource } from './refusal.ts';
import styles from './SignInPage.module.css';
import { Streams } from './Streams.tsx';
import { TokenForm } from './TokenForm.tsx';

export interface SignInPageProps {
  readonly reason: SignedOutReason;
  /** From a sign-in link: it is tried at once. */
  readonly linkToken: string | null;
  /** Called once the link's token has been tried, whatever came of it. */
  readonly onLinkTried: () => void;
}

/** Where everybody starts who is not signed in. */
export function SignInPage({ reason, linkToken, onLinkTried }: SignInPageProps) {
  const { texts } = useLocale();
  const { mutate, isPending, error } = useSignIn();
  const [source, setSource] = useState<TokenSource>('typed');

  const submit = (token: string) => {
    setSource('typed');
    mutate(token);
  };
  useEffect(() => {
    if (linkToken === null) return;
    setSource('link');
    mutate(linkToken, { onSettled: onLinkTried });
    // One attempt for each link, whatever else changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [linkToken]);

  const note = reason === 'never' || error !== null ? null : texts.signIn[reason];
  return (
    <div className={styles.page}>
      <title>{`${texts.signIn.submit} · ${texts.productName}`}</title>
      <Streams />
      <header className={styles.corner}>
        <ThemeMenu />
      </header>
      <main className={styles.main}>
        <div className={styles.card}>
          <div className={styles.head}>
            <Logo size={40} />
            <h1>{texts.signIn.title}</h1>
            <p>{texts.signIn.lead}</p>
          </div>
          {note === null ? null : (
            <p className={styles.note} role="status">
              {note}
            </p>
          )}
          <TokenForm
            onSubmit={submit}
            pending={isPending}
            problem={error === null ? null : refusalText(error, source, texts)}
          />
          <div className={styles.help}>
            <p>{texts.signIn.help}</p>
            <code>{texts.signIn.command}</code>
          </div>
        </div>
      </main>
    </div>
  );
}
