import { useMemo } from 'react';
import type { AnswerTo } from '../../../client/index.ts';
import { type Column, DataTable } from '../../../components/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { placePatch } from '../address/index.ts';
import { DrillFrame } from './DrillFrame.tsx';
import type { DrillProps } from './drill-props.ts';
import { useDrill } from './useDrill.ts';

type CategoryRow = AnswerTo<'compararVentasPorCategoria'>['datos'][number];

const bySales = { column: 'venta_total', descending: true } as const;

/** Each category; a row leads to its products. Lines of no known product lead nowhere. */
export function CategoriesDrill(props: DrillProps) {
  const { explore } = props;
  const { texts, columns: figures, total } = useDrill(props);
  const categories = useAsk('compararVentasPorCategoria', { query: explore.query });
  const columns = useMemo(
    (): Column<CategoryRow>[] => [
      {
        id: 'categoria',
        header: texts.columns.category,
        kind: 'text',
        value: ({ categoria }) => categoria ?? texts.noCategory,
      },
      figures.sales,
      ...figures.change,
      figures.share,
      figures.units,
      figures.margin,
      figures.marginPercent,
      figures.lines,
      figures.returned,
    ],
    [texts, figures],
  );
  return (
    <DrillFrame explore={explore} of={categories}>
      {({ datos }) => (
        <DataTable
          label={texts.drill.categories}
          rows={datos}
          columns={columns}
          rowId={({ categoria }) => categoria ?? ''}
          total={total}
          order={bySales}
          href={({ categoria: category }) =>
            category === null ? undefined : explore.href(placePatch({ ...explore.place, category }))
          }
        />
      )}
    </DrillFrame>
  );
}
