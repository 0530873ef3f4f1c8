import { useParams } from '@tanstack/react-router';
import { Answer, ApiProblem, EmptyState, hrefOf, Link, PageHead, TableSkeleton, useAsk, useTexts } from './kit.ts';
import styles from './editor/Editor.module.css';
import { OrderEditor } from './editor/OrderEditor.tsx';
import listStyles from './list/OrdersPage.module.css';
import { listWords, orderWords } from './texts/index.ts';

/** Others change orders too: the page looks again this often. */
const LOOK_AGAIN_MS = 30_000;

/** One order: its lines, its history, and what this person can do with it. */
export function OrderPage() {
  const { id = '' } = useParams({ strict: false });
  const order = useAsk('verPedido', { params: { id } }, { everyMs: LOOK_AGAIN_MS });
  const isMissing = order.error instanceof ApiProblem && order.error.codigo === 'NOT_FOUND';
  if (isMissing) return <NoSuchOrder />;
  return (
    <div className={styles.page}>
      <Answer of={order} skeleton={<OrderSkeleton />}>
        {(body, source) => <OrderEditor key={body.id} order={body} source={source} />}
      </Answer>
    </div>
  );
}

function OrderSkeleton() {
  const { title } = useTexts(listWords);
  return (
    <>
      <PageHead title={title} />
      <TableSkeleton rows={14} />
    </>
  );
}

function NoSuchOrder() {
  const texts = useTexts(orderWords);
  return (
    <EmptyState
      title={texts.missingTitle}
      text={texts.missing}
      actions={
        <Link href={hrefOf('/pedidos')} className={listStyles.new ?? ''}>
          {texts.toList}
        </Link>
      }
    />
  );
}
