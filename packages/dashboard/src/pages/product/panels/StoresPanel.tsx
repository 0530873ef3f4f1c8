import { useMemo } from 'react';
import type { Source } from '../../../client/index.ts';
import { DataTable, EmptyState, Panel } from '../../../components/index.ts';
import { rowsOf, type StoreStock, type Story } from '../model/index.ts';
import { usePanelTexts, useScope } from '../state/index.ts';
import { useStoreColumns } from './useStoreColumns.ts';

export interface StoryPanelProps {
  readonly story: Story;
  readonly source: Source;
}

const idOf = (row: StoreStock) => row.ubicacion_id;

/** What each store has of it, against its limits. */
export function StoresPanel({ story, source }: StoryPanelProps) {
  const texts = usePanelTexts();
  const { stores, change } = useScope();
  const rows = useMemo(() => rowsOf(story.existencias, stores), [story, stores]);
  const columns = useStoreColumns();
  return (
    <Panel title={texts.stores} definition={texts.storesDefinition} source={source}>
      {rows.length === 0 ? (
        <EmptyState title={texts.noStoresTitle} text={texts.noStores} />
      ) : (
        <DataTable
          label={texts.stores}
          rows={rows}
          columns={columns}
          rowId={idOf}
          onRow={(row) => change({ tienda: row.ubicacion_id })}
        />
      )}
    </Panel>
  );
}
