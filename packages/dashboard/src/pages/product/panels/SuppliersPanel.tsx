import { useMemo } from 'react';
import { type Column, DataTable, Panel } from '../../../components/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { Story } from '../model/index.ts';
import { usePanelTexts } from '../state/index.ts';
import type { StoryPanelProps } from './StoresPanel.tsx';

type Supplier = Story['proveedores'][number];

const idOf = (row: Supplier) => row.proveedor_id;

/** Who sells it to the chain, and on which terms; the main one first. */
export function SuppliersPanel({ story, source }: StoryPanelProps) {
  const texts = usePanelTexts();
  const { numbers } = useLocale();
  const columns = useMemo((): Column<Supplier>[] => {
    // Each supplier has a currency of its own.
    const priced = (price: string | null, { moneda }: Supplier) =>
      price === null ? '—' : [numbers.money(price), moneda].filter(Boolean).join('\u00a0');
    return [
      { id: 'nombre', header: texts.supplier, kind: 'text', value: (row) => row.nombre, width: 24 },
      { id: 'principal', header: texts.main, kind: 'boolean', value: (row) => row.es_proveedor_principal, width: 10 },
      {
        id: 'precio',
        header: texts.purchase,
        kind: 'money',
        value: (row) => row.precio_compra,
        cell: (row) => priced(row.precio_compra, row),
      },
      {
        id: 'antes',
        header: texts.purchaseBefore,
        kind: 'money',
        value: (row) => row.precio_anterior,
        cell: (row) => priced(row.precio_anterior, row),
        minor: true,
      },
      { id: 'minimo', header: texts.least, kind: 'quantity', value: (row) => row.cantidad_minima, width: 15 },
      {
        id: 'multiplo',
        header: texts.multiple,
        kind: 'quantity',
        value: (row) => row.multiple_compra,
        minor: true,
        width: 10,
      },
      { id: 'entrega', header: texts.lead, kind: 'whole', value: (row) => row.lead_time_dias, width: 14 },
    ];
  }, [texts, numbers]);
  return (
    <Panel title={texts.suppliers} source={source}>
      <DataTable
        label={texts.suppliers}
        rows={story.proveedores}
        columns={columns}
        rowId={idOf}
        empty={texts.noSuppliers}
      />
    </Panel>
  );
}
