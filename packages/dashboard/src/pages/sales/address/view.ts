import { patchSearch, type SearchPatch } from '../../../navigation/index.ts';
import { choice, choicePatch, readChoice, type Choice } from './choice.ts';

/** How the page is looked at, beside what it is about. All of it is in the address. */
export const choices = {
  measure: choice('medida', 'ventas', 'facturas', 'ticket', 'unidades', 'margen'),
  by: choice('por', 'dia', 'semana', 'mes'),
  compare: choice('comparar', 'anterior', 'anio', 'nada'),
  heat: choice('calor', 'tienda', 'hora'),
  shape: choice('forma', 'mapa', 'barras'),
  /** What products are ranked by, and from which end. */
  order: choice('orden', 'venta_total', 'unidades', 'margen', 'lineas'),
  first: choice('primero', 'mejores', 'peores'),
  returns: choice('lineas', 'todas', 'devueltas'),
} as const;

type Choices = typeof choices;
type ValueOf<C> = C extends Choice<infer Value> ? Value : never;

/** Charts that can be read as a table. */
export const charts = ['serie', 'calor', 'partes'] as const;
export type Chart = (typeof charts)[number];
const TABLES = 'tabla';

export type View = { readonly [Name in keyof Choices]: ValueOf<Choices[Name]> } & {
  /** The charts that are read as tables. */
  readonly tables: readonly Chart[];
};

export type Measure = View['measure'];
export type Granularity = View['by'];
export type Comparison = View['compare'];

export function readView(search: string): View {
  const parameters = new URLSearchParams(search);
  const named = parameters.getAll(TABLES);
  return {
    measure: readChoice(choices.measure, parameters),
    by: readChoice(choices.by, parameters),
    compare: readChoice(choices.compare, parameters),
    heat: readChoice(choices.heat, parameters),
    shape: readChoice(choices.shape, parameters),
    order: readChoice(choices.order, parameters),
    first: readChoice(choices.first, parameters),
    returns: readChoice(choices.returns, parameters),
    tables: charts.filter((chart) => named.includes(chart)),
  };
}

/** What changes the view in the address; what is not named stays. */
export function viewPatch({ tables, ...chosen }: Partial<View>): SearchPatch {
  const patches: SearchPatch[] = [];
  const add = <Value extends string>(which: Choice<Value>, value: Value | undefined) => {
    if (value !== undefined) patches.push(choicePatch(which, value));
  };
  add(choices.measure, chosen.measure);
  add(choices.by, chosen.by);
  add(choices.compare, chosen.compare);
  add(choices.heat, chosen.heat);
  add(choices.shape, chosen.shape);
  add(choices.order, chosen.order);
  add(choices.first, chosen.first);
  add(choices.returns, chosen.returns);
  if (tables !== undefined) patches.push({ [TABLES]: tables.length === 0 ? null : tables });
  return Object.assign({}, ...patches) as SearchPatch;
}

/** Reads a chart as a table, or as the drawing again. */
export function tablePatch({ tables }: View, chart: Chart, asTable: boolean): SearchPatch {
  return viewPatch({ tables: charts.filter((each) => (each === chart ? asTable : tables.includes(each))) });
}

/** The query string after several changes. */
export function patched(search: string, ...patches: readonly SearchPatch[]): string {
  return patches.reduce<string>((text, patch) => patchSearch(text, patch), search);
}
