import { DataTable } from '../../../components/table/index.ts';
import { useAskPages } from '../../../hooks/index.ts';
import { receiptPatch } from '../address/index.ts';
import { DrillFrame } from './DrillFrame.tsx';
import type { DrillProps } from './drill-props.ts';
import type { LineRow } from './line-columns.tsx';
import { useLineColumns } from './useLineColumns.ts';

/** Lines of receipts, day after day; a row opens its receipt. */
export function LinesDrill({ explore }: DrillProps) {
  const { texts, columns } = useLineColumns(explore);
  const lines = useAskPages('listarVentas', { query: explore.listQuery });
  const hrefOf = ({ numero_factura: number, ubicacion_id: store, fecha: day }: LineRow) =>
    number === null ? undefined : explore.href(receiptPatch({ store, day, number }));
  return (
    <DrillFrame explore={explore} of={lines}>
      {({ datos }) => (
        <DataTable
          label={texts.drill.lines}
          rows={datos}
          columns={columns}
          rowId={({ ubicacion_id: store, fecha, id }) => `${store} ${fecha} ${id}`}
          href={hrefOf}
          onEnd={lines.more}
          loadingMore={lines.loadingMore}
        />
      )}
    </DrillFrame>
  );
}
