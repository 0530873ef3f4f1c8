import { useMemo } from 'react';
import {
  Answer,
  DataTable,
  Panel,
  SelectField,
  TableSkeleton,
  useAskPages,
  useChangeSearch,
  useFilters,
  useStoreName,
  useTexts,
  type Column,
} from '../kit.ts';
import { dayValue, outcomes, type Load, type LoadsView } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Ledger.module.css';

const ANY = 'cualquiera';

/** The ledger: one row for each store-day that was loaded, or tried. */
export function Ledger({ view: { range, outcome } }: { readonly view: LoadsView }) {
  const texts = useTexts(words);
  const change = useChangeSearch();
  const { stores } = useFilters().filters;
  const query = {
    ...(range === null ? {} : { fecha_inicio: range.from, fecha_fin: range.to }),
    ...(stores.length === 0 ? {} : { ubicacion_id: [...stores] }),
    ...(outcome === null ? {} : { resultado: outcome }),
  };
  const loads = useAskPages('listarCargas', { query });
  const columns = useLedgerColumns();
  const options = [{ id: ANY, name: texts.anyOutcome }, ...outcomes.map((id) => ({ id, name: texts.outcomes[id] }))];
  return (
    <Panel
      title={texts.ledger}
      source={loads.data?.source}
      aside={
        <div className={styles.filter}>
          <SelectField
            label={texts.outcome}
            options={options}
            value={outcome ?? ANY}
            onChange={(next) => change({ resultado: next === ANY ? null : next })}
          />
        </div>
      }
    >
      <Answer
        of={loads}
        skeleton={<TableSkeleton rows={8} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<p className={styles.nothing}>{texts.noLoads}</p>}
      >
        {({ datos }) => (
          <DataTable
            label={texts.ledger}
            rows={datos}
            columns={columns}
            rowId={({ id }) => id}
            onRow={({ ubicacion_id, fecha }) =>
              ubicacion_id !== null &&
              fecha !== null &&
              change({ dia: dayValue({ storeId: ubicacion_id, date: fecha }) })
            }
            onEnd={loads.more}
            loadingMore={loads.loadingMore}
          />
        )}
      </Answer>
    </Panel>
  );
}

function useLedgerColumns(): readonly Column<Load>[] {
  const texts = useTexts(words);
  const nameOf = useStoreName();
  return useMemo(() => {
    const columns: readonly Column<Load>[] = [
      {
        id: 'ubicacion',
        header: texts.store,
        kind: 'text',
        value: ({ ubicacion_id: id }) => (id === null ? null : nameOf(id)),
      },
      { id: 'fecha', header: texts.date, kind: 'date', value: ({ fecha }) => fecha },
      {
        id: 'resultado',
        header: texts.outcome,
        kind: 'text',
        width: 16,
        value: ({ resultado }) => texts.outcomes[resultado],
      },
      { id: 'fuente', header: texts.feed, kind: 'text', width: 12, value: ({ fuente }) => fuente },
      { id: 'cargadas', header: texts.loaded, kind: 'whole', value: ({ filas_cargadas: rows }) => rows },
      { id: 'rechazadas', header: texts.rejected, kind: 'whole', value: ({ filas_rechazadas: rows }) => rows },
      { id: 'iniciada', header: texts.started, kind: 'instant', value: ({ iniciada }) => iniciada },
      { id: 'archivo', header: texts.file, kind: 'text', minor: true, value: ({ archivo }) => archivo },
      {
        id: 'mensaje',
        header: texts.message,
        kind: 'text',
        value: ({ mensaje, intento_mensaje: failed }) => failed ?? mensaje,
      },
    ];
    // The ledger has one order, the last load first.
    return columns.map((column) => ({ ...column, sortable: false }));
  }, [texts, nameOf]);
}
