import { useCallback, useMemo } from 'react';
import type { AnswerTo } from '../../../client/index.ts';
import { type Column, DataTable, type Order } from '../../../components/index.ts';
import { useAskPages } from '../../../hooks/index.ts';
import { choices, placePatch, viewPatch } from '../address/index.ts';
import { DrillFrame } from './DrillFrame.tsx';
import type { DrillProps } from './drill-props.ts';
import { useDrill } from './useDrill.ts';

type ProductRow = AnswerTo<'verVentasPorProducto'>['datos'][number];

/** Each product, in the order that the server ranks them in; a row leads to where it is sold. */
export function ProductsDrill(props: DrillProps) {
  const { explore } = props;
  const { go, view, query, place } = explore;
  const { texts, columns: figures, total } = useDrill(props);
  const products = useAskPages('verVentasPorProducto', {
    query: { ...query, orden: view.order, primero: view.first },
  });
  const columns = useMemo(
    (): Column<ProductRow>[] => [
      {
        id: 'producto',
        header: texts.columns.product,
        kind: 'text',
        value: ({ descripcion: name, producto_id: id }) => name ?? id,
        width: 30,
        sortable: false,
      },
      { id: 'codigo', header: texts.columns.code, kind: 'text', value: ({ codigo }) => codigo, sortable: false },
      figures.sales,
      { ...figures.share, sortable: false },
      figures.units,
      figures.margin,
      { ...figures.marginPercent, sortable: false },
      figures.lines,
      { ...figures.returned, sortable: false },
    ],
    [texts, figures],
  );
  const rank = useCallback(
    ({ column, descending }: Order) => {
      const order = choices.order.values.find((name) => name === column);
      if (order) go(viewPatch({ order, first: descending ? 'mejores' : 'peores' }), { replace: true });
    },
    [go],
  );
  return (
    <DrillFrame explore={explore} of={products}>
      {({ datos }) => (
        <DataTable
          label={texts.drill.products}
          rows={datos}
          columns={columns}
          rowId={({ producto_id: id }) => id}
          total={total}
          order={{ column: view.order, descending: view.first === 'mejores' }}
          onOrder={rank}
          onEnd={products.more}
          loadingMore={products.loadingMore}
          href={({ producto_id: product }) => explore.href(placePatch({ ...place, product }))}
        />
      )}
    </DrillFrame>
  );
}
