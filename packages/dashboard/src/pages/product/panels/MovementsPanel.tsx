import { Answer, DataTable, EmptyState, Panel, Segmented, TableSkeleton } from '../../../components/index.ts';
import { useAskPages } from '../../../hooks/index.ts';
import { kindPatch, movementKinds } from '../model/index.ts';
import { usePanelTexts, useScope } from '../state/index.ts';
import { type Movement, useMovementColumns } from './useMovementColumns.ts';

const idOf = (row: Movement) => `${row.ubicacion_id} ${row.fecha} ${row.id}`;
const ALL = 'todos';

/** What came in, went out or was corrected. */
export function MovementsPanel() {
  const texts = usePanelTexts();
  const { id, storesQuery, rangeQuery, ready, address, change } = useScope();
  const { kind } = address;
  const query = { ...storesQuery, ...rangeQuery, producto_id: id, ...(kind === null ? {} : { tipo: kind }) };
  const movements = useAskPages('listarMovimientos', { query }, { enabled: ready });
  const columns = useMovementColumns();
  const kinds = movementKinds.map((name) => ({ name, content: texts.kinds[name] }));
  return (
    <Panel
      title={texts.movements}
      definition={texts.movementsDefinition}
      source={movements.data?.source}
      aside={
        <Segmented
          stretch
          label={texts.movementKind}
          items={[{ name: ALL, content: texts.allKinds }, ...kinds]}
          selected={kind ?? ALL}
          onSelect={(name) => change(kindPatch(name === ALL ? null : name))}
        />
      }
    >
      <Answer
        of={movements}
        skeleton={<TableSkeleton rows={10} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<EmptyState title={texts.noMovementsTitle} text={texts.noMovements} />}
      >
        {({ datos }) => (
          <DataTable
            label={texts.movements}
            rows={datos}
            columns={columns}
            rowId={idOf}
            onEnd={movements.more}
            loadingMore={movements.loadingMore}
            maxHeight="32rem"
          />
        )}
      </Answer>
    </Panel>
  );
}
