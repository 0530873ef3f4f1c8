import { useMemo } from 'react';
import { type Column, DataTable, Panel } from '../../../components/index.ts';
import { hrefOf } from '../../../navigation/index.ts';
import type { Story } from '../model/index.ts';
import { usePanelTexts, useScope } from '../state/index.ts';
import type { StoryPanelProps } from './StoresPanel.tsx';

type Substitute = Story['sustitutos'][number];

const idOf = (row: Substitute) => row.producto_id;

/** What customers take instead of it. Each opens, in the same stores. */
export function SubstitutesPanel({ story, source }: StoryPanelProps) {
  const texts = usePanelTexts();
  const { stores } = useScope();
  const columns = useMemo(
    (): Column<Substitute>[] => [
      { id: 'descripcion', header: texts.substitute, kind: 'text', value: (row) => row.descripcion, width: 30 },
      { id: 'codigo', header: texts.code, kind: 'text', value: (row) => row.codigo, width: 10, minor: true },
      {
        id: 'cantidad',
        header: texts.inStock,
        kind: 'quantity',
        hint: texts.inStockHint,
        value: (row) => row.cantidad,
      },
      { id: 'lider', header: texts.leader, kind: 'boolean', value: (row) => row.es_lider_conjunto },
      { id: 'activo', header: texts.active, kind: 'boolean', value: (row) => row.activo },
    ],
    [texts],
  );
  return (
    <Panel title={texts.substitutes} source={source}>
      <DataTable
        label={texts.substitutes}
        rows={story.sustitutos}
        columns={columns}
        rowId={idOf}
        href={(row) =>
          hrefOf(`/productos/${encodeURIComponent(row.producto_id)}`, stores.length === 0 ? {} : { tienda: stores })
        }
      />
    </Panel>
  );
}
