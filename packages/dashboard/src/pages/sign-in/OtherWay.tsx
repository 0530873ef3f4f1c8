import { Button } from '../../components/index.ts';
import { useLocale } from '../../i18n/index.ts';
import styles from './SignInPage.module.css';
import type { Way } from './ways.ts';

/** How else to get in. */
export function OtherWay({ way, onChoose }: { readonly way: Way; readonly onChoose: (other: Way) => void }) {
  const { signIn } = useLocale().texts;
  const other = way === 'token' ? 'password' : 'token';
  return (
    <div className={styles.help}>
      <p>{signIn.help[way === 'token' ? 'token' : 'password']}</p>
      {way === 'token' ? <code>{signIn.command}</code> : null}
      <Button look="quiet" onPress={() => onChoose(other)}>
        {signIn.otherWay[other]}
      </Button>
    </div>
  );
}
