import { Logo } from '../../components/index.ts';
import type { SignedOutReason } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import type { SignInLink } from './link.ts';
import { OtherWay } from './OtherWay.tsx';
import { SignInForm } from './SignInForm.tsx';
import styles from './SignInPage.module.css';
import { useAttempt } from './useAttempt.ts';

export interface SignInCardProps {
  readonly reason: SignedOutReason;
  readonly link: SignInLink | null;
  /** Called once the link has been used, whatever came of it. */
  readonly onLinkTried: () => void;
}

/** The form to sign in with, and the one to set a password with. */
export function SignInCard({ reason, link, onLinkTried }: SignInCardProps) {
  const { signIn } = useLocale().texts;
  const { way, failed, choose, submit, ...form } = useAttempt(link, onLinkTried);
  const isNew = way === 'enlace';
  const note = reason === 'never' || failed ? null : signIn[reason];
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <Logo size={40} />
        <h1>{isNew ? signIn.newPasswordTitle : signIn.title}</h1>
        <p>{isNew ? signIn.newPasswordLead : signIn.lead}</p>
      </div>
      {note === null ? null : (
        <p className={styles.note} role="status">
          {note}
        </p>
      )}
      <SignInForm key={way} {...form} submitText={isNew ? signIn.setPassword : signIn.submit} onSubmit={submit} />
      {isNew ? null : <OtherWay way={way} onChoose={choose} />}
    </div>
  );
}
