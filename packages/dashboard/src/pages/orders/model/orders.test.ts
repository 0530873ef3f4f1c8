import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../../client/index.ts';
import { orderFiltersPatch, ordersQuery, readOrderFilters } from './address.ts';
import { changedLines, changesBody, headerOf, newOrderBody, sourceValue } from './body.ts';
import { draftName, keepDraft, newKey, readDraft } from './draft-store.ts';
import { draftAfter, emptyDraft, isDirty, type DraftAction, type OrderDraft } from './draft.ts';
import { lineViews, totalsOf, type LinesInput } from './lines.ts';
import { refusalOf } from './refusal.ts';
import { inButtonOrder, mannerOf, orderStates } from './transitions.ts';
import { emptyHeader, type Order, type SavedLine, type Suggestion } from './types.ts';

const line: SavedLine = {
  producto_id: 'P1',
  codigo: '100',
  descripcion: 'Arroz',
  unidad_medida: 'UND',
  unidades_por_bulto: '12',
  stock_maximo: '100',
  existencia: '20',
  en_camino: '0',
  necesidad: '80',
  cantidad_maxima: null,
  cantidad_sugerida: '84',
  cantidad_solicitada: '84',
  cantidad_aprobada: null,
  cantidad_recibida: null,
  bultos: '7',
  costo_unitario: '2.50',
  costo: '210.00',
  observaciones: null,
};

const order: Order = {
  id: 'O1',
  numero: 7,
  estado: 'borrador',
  ubicacion_id: 'T1',
  ubicacion: 'Chacao',
  ubicacion_origen_id: 'C1',
  origen: 'Central',
  proveedor_id: null,
  proveedor: null,
  fecha: '2025-10-31',
  fecha_entrega: '2025-11-03',
  lineas: 2,
  unidades: '91',
  costo: '210.00',
  observaciones: null,
  motivo: null,
  creado: '2025-10-31T12:00:00Z',
  actualizado: '2025-10-31T12:00:00Z',
  version: 3,
  transiciones: ['solicitado', 'cancelado'],
  editable: ['cantidad_solicitada', 'lineas'],
  detalle: [
    line,
    {
      ...line,
      producto_id: 'P2',
      codigo: '200',
      unidades_por_bulto: '1',
      cantidad_solicitada: '7',
      costo_unitario: null,
    },
  ],
};

const suggestion: Suggestion = {
  producto_id: 'P3',
  codigo: '300',
  descripcion: 'Café',
  unidad_medida: 'UND',
  unidades_por_bulto: '6',
  stock_maximo: '30',
  existencia: '10',
  en_camino: '6',
  necesidad: '14',
  cantidad_maxima: null,
  cantidad_sugerida: '18',
  costo_unitario: '10',
  activo: true,
};
const label = { productId: 'P3', code: '300', name: 'Café', caseSize: '6' };

const start = emptyDraft('cantidad_solicitada', 'k1');
const after = (...actions: readonly DraftAction[]) => actions.reduce(draftAfter, start);
const quantity = (productId: string, typed: string | undefined, was: string | null = '84'): DraftAction => ({
  type: 'quantity',
  productId,
  quantity: typed,
  was,
  version: 3,
});
const add: DraftAction = { type: 'add', products: [label], version: 3 };

function views(draft: OrderDraft, changed: Partial<LinesInput> = {}) {
  return lineViews({
    order,
    draft,
    field: 'cantidad_solicitada',
    suggestions: new Map([['P3', suggestion]]),
    refused: new Map(),
    ...changed,
  });
}

describe('a draft', () => {
  test('names the version that its first change is made of, and forgets it with the last', () => {
    expect(after(quantity('P1', '96')).version).toBe(3);
    const later = draftAfter(after(quantity('P1', '96')), { type: 'remove', productId: 'P2', version: 4 });
    expect(later).toMatchObject({ version: 3, removed: ['P2'] });
    expect(after(quantity('P1', '96'), quantity('P1', undefined))).toEqual(start);
  });

  test('takes a line out, and back with what was typed of it', () => {
    const typed = after(quantity('P1', '96'));
    const [kept] = typed.lines;
    const out = draftAfter(typed, { type: 'remove', productId: 'P1', version: 3 });
    expect([out.lines, out.removed]).toEqual([[], ['P1']]);
    expect(draftAfter(out, { type: 'restore', productId: 'P1', line: kept, at: 0 }).lines).toEqual([kept]);
  });

  test('has an added product once, and nothing of it once it is taken out', () => {
    expect(after(add, add).lines).toHaveLength(1);
    expect(isDirty(after(add, { type: 'remove', productId: 'P3', version: 3 }))).toBe(false);
  });

  test('that adds a product which it took out takes it back', () => {
    const again = after(
      { type: 'remove', productId: 'P1', version: 3 },
      { type: 'add', products: [{ ...label, productId: 'P1' }], version: 3 },
    );
    expect([again.removed, again.lines]).toEqual([[], []]);
  });

  test('is kept for one person and one order, as long as it can be read', () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, text: string) => void stored.set(name, text),
      removeItem: (name: string) => void stored.delete(name),
    };
    const typed = after(add, quantity('P3', 'seis', null));
    keepDraft(storage, draftName('u1', 'O1'), typed);
    expect(readDraft(storage, draftName('u1', 'O1'))).toEqual(typed);
    expect(readDraft(storage, draftName('u2', 'O1'))).toBeNull();
    stored.set('x', '{"key":"k"}');
    expect(readDraft(storage, 'x')).toBeNull();
    const [line] = typed.lines;
    for (const wrong of [
      { lines: [null] },
      { lines: [{ productId: 7 }] },
      { lines: [{ ...line, quantity: 6 }] },
      { lines: [{ productId: 'P1', added: { productId: 'P1' } }] },
      { header: { remarks: {} } },
      { removed: [null] },
      { version: 'x' },
    ]) {
      stored.set('x', JSON.stringify({ ...typed, ...wrong }));
      expect([wrong, readDraft(storage, 'x')]).toEqual([wrong, null]);
    }
    keepDraft(storage, draftName('u1', 'O1'), null);
    expect(stored.has(draftName('u1', 'O1'))).toBe(false);
    expect(newKey()).not.toBe(newKey());
  });
});

describe('lines on screen', () => {
  test('show what is typed above what is saved, and added ones with what is suggested', () => {
    const [first, second, third] = views(after(quantity('P1', '96'), add));
    expect(first).toMatchObject({ quantity: '96', cost: '240.00', isChanged: true, fault: null, theirs: undefined });
    expect(second).toMatchObject({ quantity: '7', cost: null, isChanged: false });
    expect(third).toMatchObject({
      quantity: '18',
      isAdded: true,
      cost: '180',
      arithmetic: { need: '14', suggested: '18' },
    });
    expect(totalsOf(views(after(quantity('P1', '96'), add)))).toEqual({
      lines: 3,
      units: '121',
      cost: '420.00',
      withoutCost: 1,
    });
  });

  test.each([
    ['30', { fault: 'cases', nearest: ['24', '36'] }],
    ['doce', { fault: 'unreadable' }],
    ['', null],
    ['0', null],
  ])('of %s say what is wrong', (typed, fault) => {
    expect(views(after(quantity('P1', typed)))[0]?.fault).toEqual(fault);
  });

  test('of an added product wait for its suggestion, and then need a number', () => {
    const none = { ...suggestion, cantidad_sugerida: null };
    const faultOf = (suggestions: ReadonlyMap<string, Suggestion>) => views(after(add), { suggestions })[2]?.fault;
    expect(faultOf(new Map())).toBeNull();
    expect(faultOf(new Map([['P3', none]]))).toEqual({ fault: 'missing' });
    expect(faultOf(new Map([['P3', { ...none, activo: false }]]))).toEqual({ fault: 'inactive' });
  });

  test('tell what somebody else has saved meanwhile', () => {
    const theirs = { ...order, version: 4, detalle: [{ ...line, cantidad_solicitada: '108' }] };
    const draft = after(quantity('P1', '96'));
    expect(views(draft, { order: theirs })[0]).toMatchObject({ quantity: '96', theirs: '108' });
    const seen = draftAfter(draft, { type: 'rebase', version: 4, saved: new Map([['P1', '108']]) });
    expect(views(seen, { order: theirs })[0]).toMatchObject({ quantity: '96', theirs: undefined });
    expect(seen.version).toBe(4);
  });

  test('may receive any number, and stand for what was approved where they are empty', () => {
    const sent = { ...order, detalle: [{ ...line, cantidad_aprobada: '72' }] };
    const draft = draftAfter(emptyDraft('cantidad_recibida'), quantity('P1', '71', null));
    const field = 'cantidad_recibida' as const;
    expect(views(draft, { order: sent, field })[0]).toMatchObject({ quantity: '71', otherwise: '72', fault: null });
    expect(views(emptyDraft(field), { order: sent, field })[0]).toMatchObject({ quantity: '', effective: '72' });
  });
});

describe('what is sent', () => {
  test('of changes is what was changed, and nothing else', () => {
    const draft = after(
      quantity('P1', '96'),
      add,
      { type: 'remove', productId: 'P2', version: 3 },
      {
        type: 'header',
        patch: { source: 'proveedor V1', delivery: '' },
        version: 3,
      },
    );
    expect(changesBody(draft, views(draft), 'cantidad_solicitada')).toEqual({
      ubicacion_origen_id: null,
      proveedor_id: 'V1',
      fecha_entrega: null,
      lineas: [
        { producto_id: 'P1', cantidad_solicitada: '96' },
        { producto_id: 'P3', cantidad_solicitada: '18' },
      ],
      quitar: ['P2'],
    });
  });

  test('of a new order asks for what its lines show', () => {
    const draft = after(add);
    const header = { ...emptyHeader, storeId: 'T1', source: sourceValue({ tipo: 'cedi', id: 'C 1' }) };
    expect(newOrderBody(draft, header, views(draft, { order: null }))).toEqual({
      ubicacion_id: 'T1',
      ubicacion_origen_id: 'C 1',
      proveedor_id: null,
      lineas: [{ producto_id: 'P3', cantidad_solicitada: '18' }],
    });
  });

  test('and refused is told where it belongs', () => {
    const campos = [
      { campo: 'lineas[1].cantidad_solicitada', mensaje: 'no son bultos' },
      { campo: 'fecha_entrega', mensaje: 'debe ser hoy o después' },
      { campo: 'lineas', mensaje: 'demasiadas' },
    ];
    const error = new ApiProblem({ kind: 'refused', status: 400, body: { codigo: 'INVALID_REQUEST', campos } });
    const sent = changedLines(views(after(quantity('P1', '96'), add)));
    const refused = refusalOf(error, sent);
    expect([...refused.lines]).toEqual([['P3', 'no son bultos']]);
    expect([...refused.header]).toEqual([['fecha_entrega', 'debe ser hoy o después']]);
    expect(refused.others).toEqual(['demasiadas']);
    expect(refusalOf(new Error('x'), sent).others).toEqual([]);
  });

  test('a saved header reads as its fields hold it', () => {
    expect(headerOf(order)).toEqual({ storeId: 'T1', source: 'ubicacion C1', delivery: '2025-11-03', remarks: '' });
  });
});

describe('steps', () => {
  test('are asked about first where they cannot be taken back', () => {
    expect(mannerOf('borrador', 'solicitado')).toEqual({
      tone: 'main',
      confirm: false,
      reason: false,
      undo: 'borrador',
    });
    expect(mannerOf('solicitado', 'rechazado')).toMatchObject({ confirm: true, reason: true });
    expect([mannerOf('borrador', 'cancelado').reason, mannerOf('aprobado', 'cancelado').reason]).toEqual([false, true]);
    expect(mannerOf('en_transito', 'recibido')).toMatchObject({ tone: 'main', confirm: true });
  });

  test('stand with the way on last', () => {
    expect(inButtonOrder('solicitado', ['borrador', 'aprobado', 'rechazado', 'cancelado']).at(-1)).toBe('aprobado');
    expect(inButtonOrder('solicitado', orderStates)).toHaveLength(8);
  });
});

describe('the list’s filters', () => {
  test('come from the address and go back to it', () => {
    const filters = { states: ['solicitado', 'aprobado'], source: 'proveedor V1', from: '2025-10-01', to: '' } as const;
    expect(orderFiltersPatch(filters)).toEqual({
      estado: ['solicitado', 'aprobado'],
      origen: 'proveedor V1',
      desde: '2025-10-01',
      hasta: null,
    });
    expect(readOrderFilters('?estado=aprobado&estado=solicitado&origen=proveedor+V1&desde=2025-10-01')).toEqual(
      filters,
    );
  });

  test('that mean nothing filter nothing', () => {
    expect(readOrderFilters('?estado=x&origen=V1&desde=2025-02-30&hasta=ayer')).toEqual({
      states: [],
      source: '',
      from: '',
      to: '',
    });
    expect(readOrderFilters('?desde=2025-10-02&hasta=2025-10-01')).toMatchObject({ from: '', to: '' });
  });

  test('ask the API', () => {
    const filters = { states: ['aprobado'], source: 'ubicacion C 1', from: '2025-10-01', to: '2025-10-31' } as const;
    expect(ordersQuery(filters, ['T1'], ['P1'])).toEqual({
      fecha_inicio: '2025-10-01',
      fecha_fin: '2025-10-31',
      ubicacion_id: ['T1'],
      estado: ['aprobado'],
      ubicacion_origen_id: 'C 1',
      producto_id: 'P1',
    });
    expect(ordersQuery({ states: [], source: '', from: '', to: '' }, [], [])).toEqual({});
  });
});
