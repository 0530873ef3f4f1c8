import { ChevronRight } from 'lucide-react';
import { Breadcrumb, Breadcrumbs, Link } from 'react-aria-components';
import { useAsk } from '../../hooks/index.ts';
import { hrefOf } from '../../navigation/index.ts';
import { placePatch, wayTo, type Place, type Step } from './address/index.ts';
import { useStores, useWords, type Explore } from './explore/index.ts';
import styles from './SalesPage.module.css';

/** The way from the whole chain to what is on screen; each step leads back to it. */
export function Crumbs({ explore }: { readonly explore: Explore }) {
  const texts = useWords();
  const { place, href } = explore;
  const nameOf = useNames(place);
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

/** What each step's store, category or product is called. */
function useNames(place: Place): (step: Step | null) => string {
  const texts = useWords();
  const stores = useStores();
  const product = useAsk('verProducto', { params: { id: place.product ?? '' } }, { enabled: place.product !== null });
  return (step) => {
    if (step === null) return texts.chain;
    if (step === 'store') return stores(place.store ?? '').name;
    if (step === 'category') return place.category ?? '';
    const known = product.data?.body.producto;
    return known?.id === place.product ? known.descripcion : (place.product ?? '');
  };
}
