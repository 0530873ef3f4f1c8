import type { AnswerTo } from '../../../client/index.ts';
import { hrefOf, type Search } from '../../../navigation/index.ts';
import { isLate, type Freshness } from './stores.ts';

export type AlertCount = AnswerTo<'resumirAlertas'>['datos'][number];
export type StockSum = AnswerTo<'resumirStock'>['datos'][number];

/** What may need a person, the most urgent first. */
export const concernKinds = ['late', 'gaps', 'negative', 'critical', 'expiring', 'idle'] as const;
export type ConcernKind = (typeof concernKinds)[number];

export interface Concern {
  readonly kind: ConcernKind;
  readonly count: number;
  /** The stores that it is about, those with most of it first. */
  readonly stores: readonly string[];
  /** Where it is looked into. */
  readonly href: string;
}

/** The parts that have arrived; what is undefined has not. */
export interface AttentionInput {
  readonly freshness: readonly Freshness[] | undefined;
  readonly alerts: readonly AlertCount[] | undefined;
  readonly stock: readonly StockSum[] | undefined;
  /** The filters that go along to other pages. */
  readonly kept: Search;
}

/** What needs a person today; what there is none of is left out. */
export function concernsOf({ freshness = [], alerts = [], stock = [], kept }: AttentionInput): Concern[] {
  const loads = hrefOf('/cargas', kept);
  const alertsOf = (kind: ConcernKind, type: AlertCount['tipo_alerta']) => {
    const rows = alerts.filter(({ tipo_alerta }) => tipo_alerta === type);
    const href = hrefOf('/inventario', { ...kept, ver: 'alertas', tipo: type });
    return concern(
      kind,
      rows.map(({ ubicacion, alertas }) => [ubicacion, alertas] as const),
      href,
    );
  };
  const found = [
    concern(
      'late',
      freshness.map((store) => [store.nombre, isLate({ late: store.dias_de_atraso }) ? 1 : 0]),
      loads,
    ),
    concern(
      'gaps',
      freshness.map((store) => [store.nombre, store.huecos]),
      loads,
    ),
    concern(
      'negative',
      stock.map((store) => [store.nombre, store.productos_negativos]),
      hrefOf('/inventario', { ...kept, ver: 'negativos' }),
    ),
    alertsOf('critical', 'Stock crítico'),
    alertsOf('expiring', 'Próximo a vencer'),
    alertsOf('idle', 'Sin movimiento'),
  ];
  return found.filter(({ count }) => count > 0);
}

function concern(
  kind: ConcernKind,
  counts: readonly (readonly [store: string, count: number])[],
  href: string,
): Concern {
  const present = counts.filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
  return {
    kind,
    count: present.reduce((sum, [, count]) => sum + count, 0),
    stores: present.map(([store]) => store),
    href,
  };
}
