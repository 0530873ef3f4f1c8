import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Filters } from '../../../hooks/index.ts';
import {
  charts,
  choices,
  groupingsAt,
  narrowed,
  patched,
  placePatch,
  readGrouping,
  readPlace,
  readReceipt,
  readView,
  receiptPatch,
  tablePatch,
  viewPatch,
  wayTo,
  type Place,
  type View,
} from './index.ts';

const everything: Filters = { stores: [], categories: [], products: [], text: '' };
const nowhere: Place = { store: null, category: null, product: null };
const ids = fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: null });
const places = fc.record({ store: ids, category: ids, product: ids });
const oneOf = <Value extends string>({ values }: { values: readonly [Value, ...Value[]] }) =>
  fc.constantFrom(...values);
const views: fc.Arbitrary<View> = fc.record({
  measure: oneOf(choices.measure),
  by: oneOf(choices.by),
  compare: oneOf(choices.compare),
  heat: oneOf(choices.heat),
  shape: oneOf(choices.shape),
  order: oneOf(choices.order),
  first: oneOf(choices.first),
  returns: oneOf(choices.returns),
  tables: fc.subarray([...charts]),
});

describe('the view', () => {
  test('comes back from the address as it was written', () => {
    fc.assert(
      fc.property(views, views, (before, view) => {
        const search = patched('?tienda=T1', viewPatch(before), viewPatch(view));
        expect(readView(search)).toEqual(view);
        expect(search).toMatch(/^\?tienda=T1/);
      }),
    );
  });

  test('is the usual one for an address that says nothing, or something else', () => {
    const usual = readView('');
    expect(usual).toMatchObject({ measure: 'ventas', by: 'dia', compare: 'anterior', heat: 'tienda', tables: [] });
    expect(readView('?medida=todo&por=&comparar=ayer&tabla=mesa')).toEqual(usual);
    expect(patched('?medida=margen&tabla=serie', viewPatch(usual))).toBe('');
  });

  test('shows one chart as a table and leaves the others', () => {
    const search = patched('?tabla=calor', tablePatch(readView('?tabla=calor'), 'serie', true));
    expect(search).toBe('?tabla=serie&tabla=calor');
    expect(patched(search, tablePatch(readView(search), 'calor', false))).toBe('?tabla=serie');
  });
});

describe('the place', () => {
  test('comes back from the address, with what is listed there', () => {
    fc.assert(
      fc.property(places, fc.nat(), (place, which) => {
        const open = groupingsAt(place);
        const grouping = open[which % open.length];
        const search = patched('?desde=2025-01-01', placePatch(place, grouping));
        expect(readPlace(search, everything)).toEqual(place);
        expect(readGrouping(search, place)).toBe(grouping);
      }),
    );
  });

  test('leads from the chain to the stores, categories, products and lines', () => {
    const way: Place[] = [
      nowhere,
      { ...nowhere, store: 'T1' },
      { ...nowhere, store: 'T1', category: 'Panadería' },
      { store: 'T1', category: 'Panadería', product: 'P1' },
    ];
    expect(way.map((place) => readGrouping('', place))).toEqual(['stores', 'categories', 'products', 'lines']);
    const last = way.at(-1) ?? nowhere;
    expect(wayTo(last).map(({ place }) => place)).toEqual(way);
    expect(wayTo(last).map(({ step }) => step)).toEqual([null, 'store', 'category', 'product']);
  });

  test('may skip steps', () => {
    const product = { ...nowhere, product: 'P1' };
    expect(groupingsAt(product)).toEqual(['stores', 'lines']);
    expect(wayTo(product).map(({ step }) => step)).toEqual([null, 'product']);
    expect(readGrouping('?ver=productos', product)).toBe('stores');
  });

  test('narrows the filters and leaves them in the address', () => {
    const filters = { ...everything, stores: ['T1', 'T2'], text: 'pan' };
    const search = patched('?tienda=T1&tienda=T2&q=pan', placePatch({ ...nowhere, store: 'T2' }));
    expect(search).toBe('?tienda=T1&tienda=T2&q=pan&en_tienda=T2');
    expect(narrowed(filters, readPlace(search, filters))).toEqual({ ...filters, stores: ['T2'] });
    expect(patched(search, placePatch(nowhere))).toBe('?tienda=T1&tienda=T2&q=pan');
  });

  test('is given up where the filters rule it out', () => {
    expect(readPlace('?en_tienda=T3', { ...everything, stores: ['T1'] })).toEqual(nowhere);
    expect(readPlace('?en_tienda=&en_producto=P1', everything)).toEqual({ ...nowhere, product: 'P1' });
  });
});

describe('a receipt', () => {
  const receipt = { store: 'T1', day: '2025-10-31', number: 'A&B 1' };

  test('is named by its store, its day and its number', () => {
    const search = patched('?en_tienda=T1', receiptPatch(receipt));
    expect(readReceipt(search)).toEqual(receipt);
    expect(readPlace(search, everything)).toEqual({ ...nowhere, store: 'T1' });
  });

  test('is closed by going anywhere', () => {
    const search = patched('', receiptPatch(receipt), placePatch({ ...nowhere, store: 'T1' }));
    expect(search).toBe('?en_tienda=T1');
  });

  test.each(['?factura=1', '?factura=1&factura_tienda=T1&factura_dia=2025-02-30', '?factura_tienda=T1'])(
    '%s names none',
    (search) => {
      expect(readReceipt(search)).toBeNull();
    },
  );
});
