import {
  Allowed,
  hrefOf,
  Link,
  PageHead,
  tabStorage,
  useAddressSearch,
  useFilters,
  useSession,
  useTexts,
} from './kit.ts';
import { OrderFiltersBar, OrdersList } from './list/index.ts';
import styles from './list/OrdersPage.module.css';
import { draftName, isDirty, NEW_ORDER, readDraft, readOrderFilters } from './model/index.ts';
import { listWords, shared } from './texts/index.ts';

/** What stores ask for, and how far it is. */
export function OrdersPage() {
  const texts = useTexts(listWords);
  const search = useAddressSearch();
  const filters = readOrderFilters(search);
  const { products } = useFilters().filters;
  return (
    <div className={styles.page}>
      <PageHead
        title={texts.title}
        subtitle={texts.lead}
        filters={['stores', 'products']}
        actions={
          <Allowed role="gerente_tienda" otherwise={null}>
            <NewOrderLink />
          </Allowed>
        }
      />
      <OrderFiltersBar filters={filters} />
      {products.length > 1 ? (
        <p className={styles.note} role="status">
          {texts.oneProduct}
        </p>
      ) : null}
      <OrdersList filters={filters} />
    </div>
  );
}

/** To the new order; to the one that was left unfinished, if there is one. */
function NewOrderLink() {
  const texts = useTexts(listWords);
  const { newOrder } = useTexts(shared);
  const userId = useSession().data?.user?.id ?? '';
  const kept = readDraft(tabStorage(), draftName(userId, NEW_ORDER));
  return (
    <Link href={hrefOf('/pedidos/nuevo')} className={styles.new ?? ''}>
      {kept !== null && isDirty(kept) ? texts.resume : newOrder}
    </Link>
  );
}
