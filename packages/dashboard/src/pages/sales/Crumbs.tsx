import { ChevronRight } from 'lucide-react';
import { Breadcrumb, Breadcrumbs, Link } from 'react-aria-components';
import { hrefOf } from '../../navigation/index.ts';
import { placePatch, wayTo } from './address/index.ts';
import { useWords, type Explore } from './explore/index.ts';
import { useStepNames } from './useStepNames.tsx';
import styles from './SalesPage.module.css';

/** The way from the whole chain to what is on screen; each step leads back to it. */
export function Crumbs({ explore }: { readonly explore: Explore }) {
  const texts = useWords();
  const { place, href } = explore;
  const nameOf = useStepNames(place);
  const way = wayTo(place);
  return (
    <nav aria-label={texts.where} className={styles.where}>
      <Breadcrumbs className={styles.crumbs ?? ''}>
        {way.map(({ step, place: there }, index) => (
          <Breadcrumb key={step ?? ''} id={step ?? ''} className={styles.crumb ?? ''}>
            {index === way.length - 1 ? (
              <span aria-current="page">{nameOf(step)}</span>
            ) : (
              <>
                <Link href={href(placePatch(there))}>{nameOf(step)}</Link>
                <ChevronRight size={14} aria-hidden="true" />
              </>
            )}
          </Breadcrumb>
        ))}
      </Breadcrumbs>
      {place.product === null ? null : (
        <Link className={styles.seeProduct ?? ''} href={hrefOf(`/productos/${encodeURIComponent(place.product)}`)}>
          {texts.seeProduct}
        </Link>
      )}
    </nav>
  );
}
