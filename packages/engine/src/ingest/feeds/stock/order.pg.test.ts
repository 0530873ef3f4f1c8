import fc from 'fast-check';
import { expect, it } from 'vitest';
import { provideLoading, type Delivered } from '../testing/loading.ts';

const { load, query } = provideLoading();

const products = ['A', 'B', 'C'] as const;
type Product = (typeof products)[number];

interface Movement {
  readonly product: Product;
  /** UTC, on the day's own date in Caracas too. */
  readonly hour: number;
  readonly type: 'entrada' | 'salida' | 'ajuste';
  readonly units: number;
  readonly left: number | null;
  readonly id: string;
}

type Content =
  | { readonly kind: 'movements'; readonly day: number; readonly movements: readonly Movement[] }
  | {
      readonly kind: 'count';
      readonly day: number;
      /** Undefined: only the date is known. */
      readonly hour: number | undefined;
      readonly partial: boolean;
      readonly counted: Readonly<Partial<Record<Product, number>>>;
    };

const hour = fc.integer({ min: 12, max: 15 });
const day = fc.integer({ min: 1, max: 4 });

const movements = fc.record({
  kind: fc.constant('movements' as const),
  day,
  movements: fc.uniqueArray(
    fc.record({
      product: fc.constantFrom(...products),
      hour,
      type: fc.constantFrom('entrada', 'salida', 'ajuste'),
      units: fc.integer({ min: -3, max: 9 }),
      left: fc.option(fc.integer({ min: -5, max: 30 }), { freq: 3 }),
      id: fc.integer({ min: 1, max: 12 }).map((id) => `M${id}`),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
  ),
});

const count = fc.record({
  kind: fc.constant('count' as const),
  day,
  hour: fc.option(hour, { nil: undefined }),
  partial: fc.boolean(),
  counted: fc
    .dictionary(fc.constantFrom(...products), fc.integer({ min: 0, max: 20 }), { minKeys: 1, maxKeys: 3 })
    .map((counted) => counted as Partial<Record<Product, number>>),
});

/** Days of movements, some of them delivered again with other content, and one count a day at most. */
const history = fc
  .tuple(
    fc.array(movements, { minLength: 1, maxLength: 5 }),
    fc.uniqueArray(count, { selector: (one) => one.day, maxLength: 3 }),
  )
  .map(([moved, counts]): readonly Content[] => [...moved, ...counts]);

const date = (content: Content) => `2024-05-0${content.day}`;
const at = (content: Content, time: number) => `TIMESTAMPTZ '${date(content)} ${time}:00:00Z'`;

function deliveryOf(content: Content): Delivered {
  const place = `'T1' AS ubicacion_id, DATE '${date(content)}' AS fecha`;
  if (content.kind === 'movements') {
    const lines = content.movements.map(
      ({ id, product, hour: time, type, units, left }) =>
        `('${id}', '${product}', ${at(content, time)}, '${type}', ${units}, ${left ?? 'NULL'})`,
    );
    return {
      feed: 'movimientos',
      force: true,
      rows: `SELECT ${place}, * FROM (VALUES ${lines.join(', ')}) AS v (id, producto_id, fecha_hora, tipo_movimiento, cantidad, stock_nuevo)`,
    };
  }
  const lines = Object.entries(content.counted).map(([product, units]) => `('${product}', ${units})`);
  const time = content.hour === undefined ? 'NULL' : at(content, content.hour);
  return {
    feed: 'inventario',
    force: true,
    partial: content.partial,
    rows: `SELECT ${place}, ${time} AS fecha_hora, 1 AS cantidad_reservada, 2.5 AS costo_promedio, *
      FROM (VALUES ${lines.join(', ')}) AS v (producto_id, cantidad)`,
  };
}

/** The moment in hours from the first day's midnight; a count by date is of the end of its day in Caracas, at 4:00 UTC. */
const momentOf = (content: Content, time: number | undefined) => content.day * 24 + (time ?? 27.99);

/** What is in stock, told by the definition: the last count, and what has moved since. */
function stockOf(contents: readonly Content[], product: Product): number | undefined {
  const counts = contents
    .flatMap((one) => (one.kind === 'count' && (!one.partial || product in one.counted) ? [one] : []))
    .toSorted((left, right) => momentOf(left, left.hour) - momentOf(right, right.hour));
  const last = counts.at(-1);
  const since = last ? momentOf(last, last.hour) : -Infinity;
  const moves = contents
    .flatMap((one) =>
      one.kind === 'movements' ? one.movements.map((move) => ({ ...move, at: momentOf(one, move.hour) })) : [],
    )
    .filter((move) => move.product === product && move.at > since)
    .toSorted((left, right) => left.at - right.at || Number(left.id.slice(1)) - Number(right.id.slice(1)));
  const counted = last?.counted[product];
  if (counted === undefined && moves.length === 0) return undefined;
  return moves.reduce((units, move) => {
    if (move.left !== null) return move.left;
    return units + (move.type === 'salida' ? -Math.abs(move.units) : move.units);
  }, counted ?? 0);
}

/** The last delivery of each unit. */
function standing(contents: readonly Content[]): readonly Content[] {
  return [...new Map(contents.map((one) => [`${one.kind} ${one.day}`, one])).values()];
}

async function stockAfter(contents: readonly Content[]): Promise<Record<string, unknown>[]> {
  await query(`DELETE FROM movimientos_inventario; DELETE FROM stock_actual; DELETE FROM fluxion.full_counts`);
  for (const content of contents) await load(deliveryOf(content));
  return await query(`SELECT producto_id, cantidad::float8::int AS units, cantidad_contada, contada_en, cantidad_disponible, valor_inventario, ultima_actualizacion
    FROM stock_actual ORDER BY producto_id`);
}

/** The same deliveries in another order, but that of one unit among themselves. */
function reordered(contents: readonly Content[], keys: readonly number[]): readonly Content[] {
  const order = contents.map((_, index) => index).toSorted((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0));
  const left = [...contents];
  return order.flatMap((index) => {
    const unit = contents[index];
    const next = left.findIndex((one) => one.kind === unit?.kind && one.day === unit.day);
    return left.splice(next, 1);
  });
}

it('is the last count and what has moved since, in whatever order days and counts are loaded, and loaded again', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.integer(), { minLength: 8, maxLength: 8 }), async (contents, keys) => {
      const last = standing(contents);
      const expected = products.flatMap((product) => {
        const units = stockOf(last, product);
        return units === undefined ? [] : [{ producto_id: product, units }];
      });
      const inOrder = await stockAfter(last.toSorted((left, right) => left.day - right.day));
      expect(inOrder.map(({ producto_id, units }) => ({ producto_id, units }))).toEqual(expected);
      expect(await stockAfter(reordered(contents, keys))).toEqual(inOrder);
    }),
    { numRuns: 6 },
  );
});
