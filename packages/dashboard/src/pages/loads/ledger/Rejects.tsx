import { useMemo } from 'react';
import {
  Answer,
  Button,
  DataTable,
  Panel,
  TableSkeleton,
  useAskPages,
  useChangeSearch,
  useFilters,
  useStoreName,
  useTexts,
  type Column,
} from '../kit.ts';
import type { LoadsView, Reject } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Ledger.module.css';

/** The lines that could not be loaded: which, where they stand, and why. */
export function Rejects({ view: { range, delivery } }: { readonly view: LoadsView }) {
  const texts = useTexts(words);
  const change = useChangeSearch();
  const { stores } = useFilters().filters;
  const query = {
    ...(delivery === null ? {} : { entrega_id: delivery }),
    ...(range === null || delivery !== null ? {} : { fecha_inicio: range.from, fecha_fin: range.to }),
    ...(stores.length === 0 ? {} : { ubicacion_id: [...stores] }),
  };
  const rejects = useAskPages('listarRechazos', { query });
  const columns = useRejectColumns();
  return (
    <Panel
      title={texts.rejects}
      source={rejects.data?.source}
      aside={
        delivery === null ? null : (
          <>
            <span>{texts.ofDelivery(delivery)}</span>
            <Button onPress={() => change({ entrega: null })}>{texts.allRejects}</Button>
          </>
        )
      }
    >
      <Answer
        of={rejects}
        skeleton={<TableSkeleton rows={6} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<p className={styles.nothing}>{texts.noRejects}</p>}
      >
        {({ datos }) => (
          <DataTable
            label={texts.rejects}
            rows={datos}
            columns={columns}
            rowId={({ entrega_id, numero }) => `${entrega_id}.${numero}`}
            onEnd={rejects.more}
            loadingMore={rejects.loadingMore}
          />
        )}
      </Answer>
    </Panel>
  );
}

function useRejectColumns(): readonly Column<Reject>[] {
  const texts = useTexts(words);
  const nameOf = useStoreName();
  return useMemo(() => {
    const columns: readonly Column<Reject>[] = [
      { id: 'archivo', header: texts.file, kind: 'text', value: ({ archivo }) => archivo },
      { id: 'linea', header: texts.line, kind: 'text', width: 9, value: ({ linea }) => linea },
      { id: 'columna', header: texts.column, kind: 'text', width: 14, value: ({ columna }) => columna },
      { id: 'valor', header: texts.value, kind: 'text', width: 14, value: ({ valor }) => valor },
      { id: 'razon', header: texts.reason, kind: 'text', width: 26, value: ({ razon }) => razon },
      {
        id: 'tienda',
        header: texts.store,
        kind: 'text',
        value: ({ ubicacion_id: id }) => (id === null ? null : nameOf(id)),
      },
      { id: 'fecha', header: texts.date, kind: 'date', value: ({ fecha }) => fecha },
      { id: 'texto', header: texts.text, kind: 'text', width: 30, value: ({ texto }) => texto },
    ];
    return columns.map((column) => ({ ...column, sortable: false }));
  }, [texts, nameOf]);
}
