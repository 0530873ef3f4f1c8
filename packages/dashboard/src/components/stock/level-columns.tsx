import type { Column } from '../table/index.ts';
import { LevelGauge } from './LevelGauge.tsx';
import { StateBadge } from './StateBadge.tsx';
import type { StockState } from './states.ts';
import type { stockWords } from './texts.ts';

/** Stock of a product in a store, with its limits. */
export interface LevelRow {
  readonly estado: StockState;
  readonly cantidad: string;
  readonly stock_minimo: string;
  readonly punto_reorden: string | null;
  readonly stock_maximo: string;
}

/** Its state, how much there is, and where that stands between the limits. */
export function levelColumns<Row extends LevelRow>(texts: (typeof stockWords)['es']): Column<Row>[] {
  return [
    {
      id: 'estado',
      header: texts.state,
      kind: 'text',
      value: (row) => texts.states[row.estado],
      cell: (row) => <StateBadge state={row.estado} />,
      width: 15,
    },
    { id: 'cantidad', header: texts.quantity, kind: 'quantity', value: (row) => row.cantidad },
    {
      id: 'nivel',
      header: texts.level,
      kind: 'text',
      hint: texts.levelHint,
      value: (row) => Number(row.cantidad) / Number(row.stock_maximo),
      cell: (row) => (
        <LevelGauge
          state={row.estado}
          quantity={row.cantidad}
          minimum={row.stock_minimo}
          reorder={row.punto_reorden}
          maximum={row.stock_maximo}
        />
      ),
      minor: true,
      width: 12,
    },
    { id: 'minimo', header: texts.minimum, kind: 'quantity', value: (row) => row.stock_minimo, width: 10 },
    {
      id: 'reorden',
      header: texts.reorder,
      kind: 'quantity',
      value: (row) => row.punto_reorden,
      width: 10,
      minor: true,
    },
    { id: 'maximo', header: texts.maximum, kind: 'quantity', value: (row) => row.stock_maximo, width: 10 },
  ];
}
