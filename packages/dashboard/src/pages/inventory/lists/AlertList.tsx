import { useMemo } from 'react';
import { useAsk, useAskPages } from '../../../hooks/index.ts';
import { alertKinds, listPatch } from '../model/index.ts';
import { useInventory } from '../state/index.ts';
import { alertColumns, type AlertRow, rowIdOf, useColumnInput } from './columns/index.ts';
import { KindChips, ListPanel } from './parts/index.ts';

/** A product has an alert of each kind at most. */
const alertId = (row: AlertRow) => `${rowIdOf(row)} ${row.nivel}`;

/** What calls for somebody's attention, the most urgent first. */
export function AlertList() {
  const { address, query, change } = useInventory();
  const { kinds } = address;
  const alerts = useAskPages('listarAlertas', {
    query: { ...query, ...(kinds.length === 0 ? {} : { tipo: [...kinds] }) },
  });
  const counts = useAsk('resumirAlertas', { query }).data?.body.datos;
  const input = useColumnInput();
  const columns = useMemo(() => alertColumns(input), [input]);
  const countOf = (kind: string) => counts?.reduce((sum, row) => sum + (row.tipo_alerta === kind ? row.alertas : 0), 0);
  return (
    <ListPanel
      view="alertas"
      of={alerts}
      columns={columns}
      rowId={alertId}
      onEnd={alerts.more}
      loadingMore={alerts.loadingMore}
      aside={
        <KindChips
          label={input.texts.filterKinds}
          kinds={alertKinds.map((id) => ({ id, name: input.texts.kinds[id], count: countOf(id) }))}
          selected={kinds}
          onChange={(chosen) => change(listPatch('tipo', chosen, alertKinds.length))}
        />
      }
    />
  );
}
