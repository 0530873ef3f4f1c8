import { Link } from 'react-aria-components';
import { useLocale } from '../../i18n/index.ts';
import { hrefOf } from '../../navigation/index.ts';
import { Logo } from './Logo.tsx';
import styles from './Shell.module.css';

/** The product's mark and name; leads to the first page. */
export function Brand() {
  const { productName } = useLocale().texts;
  return (
    <Link className={styles.brand ?? ''} href={hrefOf('/')} aria-label={productName}>
      <Logo size={26} />
      <span>{productName}</span>
    </Link>
  );
}
