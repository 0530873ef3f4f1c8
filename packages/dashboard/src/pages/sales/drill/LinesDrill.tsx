import { DataTable, EmptyState } from '../../../components/index.ts';
import { useAskPages } from '../../../hooks/index.ts';
import { receiptPatch } from '../address/index.ts';
import { ViewChoice } from '../common/index.ts';
import { DrillFrame } from './DrillFrame.tsx';
import type { DrillProps } from './drill-props.ts';
import type { ReceiptLine } from '../receipt/columns.tsx';
import { useLineColumns } from './useLineColumns.ts';

/** Lines of receipts, day after day, or those of them that took goods back; a row opens its receipt. */
export function LinesDrill({ explore }: DrillProps) {
  const { texts, columns } = useLineColumns(explore);
  const { listQuery, view } = explore;
  const onlyReturns = view.returns === 'devueltas';
  const lines = useAskPages('listarVentas', {
    query: { ...listQuery, ...(onlyReturns ? { lineas: view.returns } : {}) },
  });
  const hrefOf = ({ numero_factura: number, ubicacion_id: store, fecha: day }: ReceiptLine) =>
    number === null ? undefined : explore.href(receiptPatch({ store, day, number }));
  return (
    <DrillFrame
      explore={explore}
      of={lines}
      aside={<ViewChoice explore={explore} name="returns" label={texts.which} names={texts.returns} />}
    >
      {({ datos }) => (
        <DataTable
          label={texts.drill.lines}
          rows={datos}
          columns={columns}
          rowId={({ ubicacion_id: store, fecha, id }) => `${store} ${fecha} ${id}`}
          href={hrefOf}
          onEnd={lines.more}
          loadingMore={lines.loadingMore}
          empty={<EmptyState title={texts.noReturnsTitle} text={texts.noReturns} />}
        />
      )}
    </DrillFrame>
  );
}
