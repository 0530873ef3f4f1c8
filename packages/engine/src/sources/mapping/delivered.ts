import type { Description } from '../description/description.ts';
import type { FeedSpec } from '../feeds/feed-spec.ts';

/** Where a field comes from, for people; undefined if the delivery lacks it. */
export type OriginOf = (field: string) => string | undefined;

/** Of each field of a feed: by a column, a constant, a default, what is told of the whole delivery, or as a product. */
export function originsOf(
  feed: FeedSpec,
  description: Description,
  columns: ReadonlyMap<string, number>,
  label: (column: number) => string,
): OriginOf {
  const { constants, defaults, store, date, origins } = description;
  const whole: Readonly<Record<string, string | undefined>> = {
    ubicacion_id:
      store === undefined ? undefined : `${store}, from ${origins?.store ?? 'what is known of the delivery'}`,
    fecha: date === undefined ? undefined : `${date}, from ${origins?.date ?? 'what is known of the delivery'}`,
  };
  const products = new Map(
    feed.fields.flatMap(({ name, product }) => (product === undefined ? [] : [[name, product] as const])),
  );
  const simple = (field: string): string | undefined => {
    const column = columns.get(field);
    const fallback = defaults[field];
    if (column !== undefined) return fallback === undefined ? label(column) : `${label(column)}, else ${fallback}`;
    const constant = constants[field];
    if (constant !== undefined) return `constant ${constant}`;
    return fallback === undefined ? whole[field] : `default ${fallback}`;
  };
  return (field) => {
    const found = simple(field);
    if (found !== undefined) return found;
    const product = products.get(field);
    if (product?.every((factor) => simple(factor) !== undefined)) return product.join(' x ');
    return field === 'fecha' && simple('fecha_hora') !== undefined ? 'the day of fecha_hora' : undefined;
  };
}

/** What a feed still needs: each entry one field, or the fields of which one would do. */
export function missingFields(feed: FeedSpec, originOf: OriginOf): readonly (readonly string[])[] {
  const required = feed.fields.filter((field) => field.required).map(({ name }) => [name]);
  const needed = [...feed.oneOfEach, ...required];
  return needed.filter((group) => group.every((field) => originOf(field) === undefined));
}
