import { useMemo } from 'react';
import {
  Allowed,
  Answer,
  Button,
  DataTable,
  EmptyState,
  hrefOf,
  Link,
  Panel,
  TableSkeleton,
  useAskPages,
  useChangeSearch,
  useFilters,
  useMoney,
  useTexts,
} from '../kit.ts';
import { type OrderFilters, ordersQuery } from '../model/index.ts';
import { listWords, shared } from '../texts/index.ts';
import { orderColumns } from './columns.tsx';
import styles from './OrdersPage.module.css';

const PER_PAGE = 100;

/** The orders that the filters leave, the newest first. */
export function OrdersList({ filters }: { readonly filters: OrderFilters }) {
  const list = useTexts(listWords);
  const common = useTexts(shared);
  const money = useMoney('VES');
  const { stores, products } = useFilters().filters;
  const query = ordersQuery(filters, stores, products);
  const orders = useAskPages('listarPedidos', { query: { ...query, limite: PER_PAGE } });
  const columns = useMemo(() => orderColumns({ list, common, money }), [list, common, money]);
  return (
    <Panel title={list.title} source={orders.data?.source} definition={common.costHint}>
      <Answer
        of={orders}
        skeleton={<TableSkeleton rows={12} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<NoOrders isFiltered={Object.keys(query).length > 0} />}
      >
        {({ datos }) => (
          <DataTable
            label={list.title}
            rows={datos}
            columns={columns}
            rowId={({ id }) => id}
            href={({ id }) => hrefOf(`/pedidos/${encodeURIComponent(id)}`)}
            onEnd={orders.more}
            loadingMore={orders.loadingMore}
          />
        )}
      </Answer>
    </Panel>
  );
}

function NoOrders({ isFiltered }: { readonly isFiltered: boolean }) {
  const texts = useTexts(listWords);
  const { newOrder } = useTexts(shared);
  const change = useChangeSearch();
  const clear = () => change({ estado: null, origen: null, desde: null, hasta: null, tienda: null, producto: null });
  return isFiltered ? (
    <EmptyState title={texts.noneTitle} text={texts.none} actions={<Button onPress={clear}>{texts.clear}</Button>} />
  ) : (
    <EmptyState
      title={texts.emptyTitle}
      text={texts.empty}
      actions={
        <Allowed role="gerente_tienda" otherwise={null}>
          <Link href={hrefOf('/pedidos/nuevo')} className={styles.new ?? ''}>
            {newOrder}
          </Link>
        </Allowed>
      }
    />
  );
}
