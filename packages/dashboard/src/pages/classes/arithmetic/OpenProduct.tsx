import { Link } from 'react-aria-components';
import { hrefOf } from '../../../navigation/index.ts';
import { useWords } from '../state/index.ts';
import styles from './Arithmetic.module.css';

/** Leads to the page of a product. */
export function OpenProduct({ id }: { readonly id: string }) {
  const texts = useWords();
  return (
    <Link className={styles.open ?? ''} href={hrefOf(`/productos/${encodeURIComponent(id)}`)}>
      {texts.openProduct}
    </Link>
  );
}
