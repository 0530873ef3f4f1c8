import styles from './editor/Editor.module.css';
import { NewOrderForm } from './editor/NewOrderForm.tsx';
import { Allowed, PageHead, useTexts } from './kit.ts';
import { orderWords, shared } from './texts/index.ts';

/** A new order: nothing is written until it is saved, and nothing typed is lost until then. */
export function NewOrderPage() {
  const { newOrder } = useTexts(shared);
  const { newLead } = useTexts(orderWords);
  return (
    <div className={styles.page}>
      <PageHead title={newOrder} subtitle={newLead} />
      <Allowed role="gerente_tienda">
        <NewOrderForm />
      </Allowed>
    </div>
  );
}
