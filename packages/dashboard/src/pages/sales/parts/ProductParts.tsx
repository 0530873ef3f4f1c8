import { useAsk } from '../../../hooks/index.ts';
import { placePatch, type View } from '../address/index.ts';
import type { DrillProps } from '../drill/drill-props.ts';
import { measured, restOf, tallyOf, withoutReceipts, type Part } from '../model/index.ts';
import { PartsFrame } from './PartsFrame.tsx';
import { useWords } from '../explore/index.ts';

/** More are too small to be seen. */
const MOST_PRODUCTS = 100;

const orders: Partial<Record<View['measure'], View['order']>> = { unidades: 'unidades', margen: 'margen' };

/** The products that count most, and all others in one; pressing one leads to where it is sold. */
export function ProductParts({ explore, totals }: DrillProps) {
  const texts = useWords();
  const { place, go, query, view } = explore;
  const measure = withoutReceipts(view.measure);
  const products = useAsk('verVentasPorProducto', {
    query: { ...query, orden: orders[measure] ?? 'venta_total', limite: MOST_PRODUCTS },
  });
  const totalsRow = totals.data?.body.datos[0];
  const whole = totalsRow === undefined ? null : measured(tallyOf(totalsRow), measure);
  const open = ({ id: product }: Part) => {
    if (product === null) go(placePatch(place, 'products'));
    else go(placePatch({ ...place, product }));
  };
  return (
    <PartsFrame
      explore={explore}
      of={products}
      title={texts.parts.products(texts.measures[measure])}
      nameHeader={texts.columns.product}
      measure={measure}
      hint={texts.partsHint.products}
      partsOf={({ datos, siguiente }) => {
        const parts = datos.map((row) => ({
          id: row.producto_id,
          name: row.descripcion ?? row.producto_id,
          figure: measured(tallyOf(row), measure) ?? '0',
        }));
        const figures = parts.map(({ figure }) => figure);
        const rest = siguiente === null || whole === null ? null : restOf(whole, figures);
        return rest === null ? parts : [...parts, { id: null, name: texts.others, figure: rest }];
      }}
      onOpen={open}
    />
  );
}
