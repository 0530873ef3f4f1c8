import { useMemo } from 'react';
import { type Column, DataTable, Panel } from '../../../components/index.ts';
import { useAsk, useStoreName } from '../../../hooks/index.ts';
import type { Story } from '../model/index.ts';
import { usePanelTexts, useScope } from '../state/index.ts';

type Classes = Story['clasificaciones'][number];

const idOf = (row: Classes) => row.ubicacion_id;

/** The class that it has in each store. What it had before comes along in the file. */
export function ClassesPanel({ story }: { readonly story: Story }) {
  const texts = usePanelTexts();
  const storeName = useStoreName();
  const { id, stores, storesQuery } = useScope();
  const history = useAsk('listarClasesProducto', { params: { id }, query: { ...storesQuery, limite: 1 } });
  const rows = useMemo(
    () => story.clasificaciones.filter(({ ubicacion_id: store }) => stores.length === 0 || stores.includes(store)),
    [story, stores],
  );
  const columns = useMemo(
    (): Column<Classes>[] => [
      { id: 'tienda', header: texts.store, kind: 'text', value: (row) => storeName(row.ubicacion_id), width: 22 },
      { id: 'clase', header: texts.class, kind: 'text', value: (row) => row.matriz, width: 8 },
      { id: 'puesto', header: texts.ranking, kind: 'whole', value: (row) => row.ranking_valor },
      { id: 'parte', header: texts.share, kind: 'percent', value: (row) => row.porcentaje_valor, width: 15 },
      {
        id: 'variacion',
        header: texts.variation,
        kind: 'quantity',
        hint: texts.variationHint,
        value: (row) => row.coeficiente_variacion,
        minor: true,
      },
      {
        id: 'semanal',
        header: texts.weekly,
        kind: 'quantity',
        value: (row) => row.demanda_promedio_semanal,
        width: 17,
      },
      { id: 'calculada', header: texts.calculated, kind: 'date', value: (row) => row.fecha_calculo, minor: true },
    ],
    [texts, storeName],
  );
  return rows.length === 0 ? null : (
    <Panel title={texts.classes} definition={texts.classesDefinition} source={history.data?.source}>
      <DataTable label={texts.classes} rows={rows} columns={columns} rowId={idOf} />
    </Panel>
  );
}
