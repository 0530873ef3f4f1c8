import { WifiOff } from 'lucide-react';
import { useOnline } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import styles from './OfflineBanner.module.css';

/** Says that there is no network, and what that means for what is on screen. */
export function OfflineBanner() {
  const { offline } = useLocale().texts;
  const online = useOnline();
  return (
    <div role="status">
      {online ? null : (
        <p className={styles.banner}>
          <WifiOff size={17} aria-hidden="true" />
          {offline}
        </p>
      )}
    </div>
  );
}
