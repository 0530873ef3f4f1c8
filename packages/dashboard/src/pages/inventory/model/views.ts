import type { AnswerTo } from '../../../client/index.ts';
import { stockStates, type StockState } from '../../../components/stock/index.ts';
import type { SearchPatch } from '../../../navigation/index.ts';

/** The lists of the page, by their name in the address; the first is shown where the address names none. */
export const views = ['existencias', 'negativos', 'quiebres', 'perdidas', 'parado', 'cobertura', 'alertas'] as const;
export type View = (typeof views)[number];

export type AlertKind = AnswerTo<'listarAlertas'>['datos'][number]['tipo_alerta'];
/** The most urgent first. */
export const alertKinds = [
  'Stock crítico',
  'Próximo a vencer',
  'Sin movimiento',
  'Sobrestock',
] as const satisfies AlertKind[];

/** Of how many days a list may speak, and of how many it does unless told. */
export const spans = {
  cobertura: { choices: [7, 14, 28, 56, 90], usual: 28 },
  parado: { choices: [30, 60, 90, 180, 365], usual: 90 },
} as const;
export type SpanView = keyof typeof spans;

export type Grouping = 'tienda' | 'categoria';
export type HealthView = 'chart' | 'table';

/** What the address says of this page, beside its filters and its range. */
export interface InventoryAddress {
  readonly view: View;
  /** Empty: all of them. */
  readonly states: readonly StockState[];
  readonly kinds: readonly AlertKind[];
  /** What the health of the stock is told by. */
  readonly by: Grouping;
  readonly health: HealthView;
  readonly days: (view: SpanView) => number;
}

export function readInventory(search: string): InventoryAddress {
  const parameters = new URLSearchParams(search);
  const chosen = <Name extends string>(name: string, all: readonly Name[]) => {
    const named = new Set(parameters.getAll(name));
    return all.filter((one) => named.has(one));
  };
  return {
    view: chosen('ver', views).at(0) ?? 'existencias',
    states: chosen('estado', stockStates),
    kinds: chosen('tipo', alertKinds),
    by: parameters.get('por') === 'categoria' ? 'categoria' : 'tienda',
    health: parameters.get('salud') === 'tabla' ? 'table' : 'chart',
    days: (view) => {
      const { choices, usual } = spans[view];
      return choices.find((days) => String(days) === parameters.get('dias')) ?? usual;
    },
  };
}

/** Opens a list; what only another one takes leaves the address. */
export function viewPatch(view: View): SearchPatch {
  return { ver: view === 'existencias' ? null : view, estado: null, tipo: null, dias: null };
}

/** What the rows of an answer are, by what was asked for. */
export function groupingOf({ query }: { readonly query?: unknown }): Grouping {
  return typeof query === 'object' && query !== null && 'por' in query && query.por === 'categoria'
    ? 'categoria'
    : 'tienda';
}

/** All of them are none: nothing is filtered. */
export function listPatch(name: 'estado' | 'tipo', chosen: Iterable<string>, count: number): SearchPatch {
  const values = [...chosen];
  return { [name]: values.length === 0 || values.length === count ? null : values };
}

export function groupingPatch(by: Grouping): SearchPatch {
  return { por: by === 'tienda' ? null : by };
}

export function healthPatch(health: HealthView): SearchPatch {
  return { salud: health === 'chart' ? null : 'tabla' };
}

export function daysPatch(view: SpanView, days: number): SearchPatch {
  return { dias: days === spans[view].usual ? null : String(days) };
}
