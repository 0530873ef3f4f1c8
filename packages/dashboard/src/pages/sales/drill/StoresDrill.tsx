import { useMemo } from 'react';
import type { AnswerTo } from '../../../client/index.ts';
import { type Column, DataTable } from '../../../components/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { placePatch } from '../address/index.ts';
import { DrillFrame } from './DrillFrame.tsx';
import type { DrillProps } from './drill-props.ts';
import { useDrill } from './useDrill.ts';

type StoreRow = AnswerTo<'compararVentasPorTienda'>['datos'][number];

const bySales = { column: 'venta_total', descending: true } as const;

/** Each store; a row leads to its categories. */
export function StoresDrill(props: DrillProps) {
  const { explore } = props;
  const { texts, columns: figures, total } = useDrill(props);
  const stores = useAsk('compararVentasPorTienda', { query: explore.query });
  const columns = useMemo(
    (): Column<StoreRow>[] => [
      {
        id: 'tienda',
        header: texts.columns.store,
        kind: 'text',
        value: ({ nombre: name, ubicacion_id: id }) => name ?? id,
      },
      figures.sales,
      ...figures.change,
      figures.share,
      figures.receipts,
      figures.ticket,
      figures.units,
      figures.marginPercent,
      figures.returned,
    ],
    [texts, figures],
  );
  return (
    <DrillFrame explore={explore} of={stores}>
      {({ datos }) => (
        <DataTable
          label={texts.drill.stores}
          rows={datos}
          columns={columns}
          rowId={({ ubicacion_id: id }) => id}
          total={total}
          order={bySales}
          href={({ ubicacion_id: store }) => explore.href(placePatch({ ...explore.place, store }))}
        />
      )}
    </DrillFrame>
  );
}
