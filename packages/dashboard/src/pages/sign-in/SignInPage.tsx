import { LanguageMenu, ThemeMenu } from '../../components/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { SignInCard, type SignInCardProps } from './SignInCard.tsx';
import styles from './SignInPage.module.css';
import { Streams } from './Streams.tsx';

/** Where everybody starts who is not signed in. */
export function SignInPage(props: SignInCardProps) {
  const { texts } = useLocale();
  return (
    <div className={styles.page}>
      <title>{`${texts.signIn.submit} · ${texts.productName}`}</title>
      <Streams />
      <header className={styles.corner}>
        <LanguageMenu />
        <ThemeMenu />
      </header>
      <main className={styles.main}>
        <SignInCard {...props} />
      </main>
    </div>
  );
}
