import type { Filters } from '../../../hooks/index.ts';
import type { SearchPatch } from '../../../navigation/index.ts';
import { isBusinessDate, type BusinessDate } from '../../../range/index.ts';

/**
 * Where the reader has gone from the whole chain: into a store, a category, a product. It narrows the filters and leaves them as
 * they are, so that the way back up is there.
 */
export interface Place {
  readonly store: string | null;
  readonly category: string | null;
  readonly product: string | null;
}

/** Numbers of receipts are a store's and a day's own. */
export interface ReceiptKey {
  readonly store: string;
  readonly day: BusinessDate;
  readonly number: string;
}

export type Step = keyof Place;

/** The steps in the order in which they lead to a receipt. */
export const steps: readonly Step[] = ['store', 'category', 'product'];

const names: Record<Step, string> = { store: 'en_tienda', category: 'en_categoria', product: 'en_producto' };
const receiptNames = { store: 'factura_tienda', day: 'factura_dia', number: 'factura' } as const;
const lists = { store: 'stores', category: 'categories', product: 'products' } as const;

/** What the table lists; `lines` are the lines of receipts. */
export type Grouping = 'stores' | 'categories' | 'products' | 'lines';
const groupingNames: Record<Grouping, string> = {
  stores: 'tiendas',
  categories: 'categorias',
  products: 'productos',
  lines: 'lineas',
};
const GROUPING = 'ver';

/** A step that the filters rule out is not taken: they may have been changed after it. */
export function readPlace(search: string, filters: Filters): Place {
  const parameters = new URLSearchParams(search);
  const read = (step: Step) => {
    const value = parameters.get(names[step]);
    const allowed = filters[lists[step]];
    return value === null || value === '' || (allowed.length > 0 && !allowed.includes(value)) ? null : value;
  };
  return { store: read('store'), category: read('category'), product: read('product') };
}

/** The filters with the place's in their stead. */
export function narrowed(filters: Filters, place: Place): Filters {
  return {
    ...filters,
    ...(place.store === null ? {} : { stores: [place.store] }),
    ...(place.category === null ? {} : { categories: [place.category] }),
    ...(place.product === null ? {} : { products: [place.product] }),
  };
}

/** What the table can list there: what the place does not settle. A product is of one category. */
export function groupingsAt({ store, category, product }: Place): Grouping[] {
  const open: Grouping[] = [];
  if (store === null) open.push('stores');
  if (category === null && product === null) open.push('categories');
  if (product === null) open.push('products');
  return [...open, 'lines'];
}

export function readGrouping(search: string, place: Place): Grouping {
  const named = new URLSearchParams(search).get(GROUPING);
  const open = groupingsAt(place);
  return open.find((grouping) => groupingNames[grouping] === named) ?? open[0] ?? 'lines';
}

export function readReceipt(search: string): ReceiptKey | null {
  const parameters = new URLSearchParams(search);
  const [store, day, number] = [receiptNames.store, receiptNames.day, receiptNames.number].map(
    (name) => parameters.get(name) ?? '',
  );
  if (!store || !day || !number || !isBusinessDate(day)) return null;
  return { store, day, number };
}

/** Closes the receipt. */
export const noReceiptPatch: SearchPatch = Object.fromEntries(Object.values(receiptNames).map((name) => [name, null]));

/** Goes to a place. What is listed there is what comes next, unless it is named. */
export function placePatch(place: Place, grouping?: Grouping): SearchPatch {
  return {
    ...Object.fromEntries(steps.map((step) => [names[step], place[step]])),
    [GROUPING]: grouping === undefined || grouping === groupingsAt(place)[0] ? null : groupingNames[grouping],
    ...noReceiptPatch,
  };
}

export function receiptPatch({ store, day, number }: ReceiptKey): SearchPatch {
  return { [receiptNames.store]: store, [receiptNames.day]: day, [receiptNames.number]: number };
}

/** The places from the whole chain to this one, each one step further. */
export function wayTo(place: Place): { readonly step: Step | null; readonly place: Place }[] {
  const chain: Place = { store: null, category: null, product: null };
  const way: { step: Step | null; place: Place }[] = [{ step: null, place: chain }];
  for (const step of steps) {
    if (place[step] !== null) way.push({ step, place: { ...(way.at(-1)?.place ?? chain), [step]: place[step] } });
  }
  return way;
}
