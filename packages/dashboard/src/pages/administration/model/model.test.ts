import { describe, expect, test } from 'vitest';
import { auditQuery, detailLine, detailsOf, people, readView, sectionPatch, stores } from './index.ts';
import type { Person, Store } from './types.ts';

const nobody = { person: null, action: null, from: '', to: '' };
const view = (search: string) => readView(search);

describe('the address', () => {
  test('names section, filters and what is open', () => {
    const search = '?seccion=auditoria&persona=U1&accion=usuario&desde=2026-01-01&hasta=2026-01-31&abierto=7';
    expect(view(search)).toMatchObject({
      section: 'auditoria',
      person: 'U1',
      action: 'usuario',
      from: '2026-01-01',
      to: '2026-01-31',
      open: '7',
    });
  });

  test('that means nothing is the list of people, of all', () => {
    const strange = '?seccion=x&rol=rey&accion=nada&desde=ayer&hasta=2026-02-30&persona=&abierto=';
    expect(view(strange)).toEqual({ ...nobody, section: 'personas', open: null, text: '', role: null, ended: false });
    expect(view('?desde=2026-02-01&hasta=2026-01-01')).toMatchObject({ from: '', to: '' });
  });

  test('of another section holds nothing of this one', () => {
    expect(sectionPatch('personas')).toMatchObject({ seccion: null, abierto: null, q: null, persona: null });
    expect(sectionPatch('claves')).toMatchObject({ seccion: 'claves', estado: null });
  });
});

describe('the audit log', () => {
  test('is asked for whole days where the browser is', () => {
    const query = auditQuery({ ...view(''), ...nobody, from: '2026-01-01', to: '2026-01-31' });
    expect(query).toEqual({
      desde: new Date(2026, 0, 1).toISOString(),
      hasta: new Date(2026, 1, 1).toISOString(),
    });
    expect(auditQuery(view('?persona=U1&accion=enlace'))).toEqual({ usuario_id: 'U1', accion: 'enlace' });
    expect(auditQuery(view(''))).toEqual({});
  });

  test('tells details as names and values', () => {
    const json = '{"hecho":"cambio","ubicaciones":["T1","T2"],"activo":false,"de":{"a":1},"nada":null}';
    expect(detailsOf(json)).toEqual([
      ['hecho', 'cambio'],
      ['ubicaciones', 'T1, T2'],
      ['activo', 'false'],
      ['de', '{"a":1}'],
      ['nada', 'null'],
    ]);
    expect(detailLine('{"hecho":"alta","rol":"visualizador"}')).toBe('hecho: alta · rol: visualizador');
    for (const text of ['[1]', 'x{', '3']) expect(detailLine(text)).toBe(text);
    expect(detailLine(null)).toBe('');
    expect(detailLine(JSON.stringify({ sql: 'x'.repeat(5000) }))).toHaveLength(121);
  });
});

const ana: Person = {
  id: 'U1',
  correo: 'ana@cadena.ve',
  nombre: 'Ana Gómez',
  rol: 'gerente_tienda',
  activo: true,
  ubicaciones: ['T2', 'T1'],
  con_clave: true,
  segundo_factor: 'no',
  ultimo_ingreso: null,
};

describe('people', () => {
  test('are found by words of name and mail, accents or not, and by role', () => {
    const found = (search: string) => people.peopleOf([ana], view(search)).length;
    expect(['', '?q=gomez', '?q=ana cadena', '?q=GÓMEZ ANA', '?rol=gerente_tienda'].map(found)).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(['?q=luis', '?q=ana x', '?rol=super_admin'].map(found)).toEqual([0, 0, 0]);
  });

  test('are changed by what differs, and changed back', () => {
    const before = people.formOf(ana);
    expect(before.ubicaciones).toEqual(['T1', 'T2']);
    const changes = { nombre: ' Ana G. ', ubicaciones: ['T1'] };
    expect(people.changeBody(changes)).toEqual({ nombre: 'Ana G.', ubicaciones: ['T1'] });
    expect(people.undoBody(before, changes)).toEqual({ nombre: 'Ana Gómez', ubicaciones: ['T1', 'T2'] });
    expect(people.undoBody(before, { activo: false })).toEqual({ activo: true });
  });

  test('need a name and a mail address', () => {
    const missing = (patch: Partial<people.PersonForm>) => people.missingIn({ ...people.formOf(ana), ...patch });
    expect(missing({})).toEqual([]);
    expect(missing({ correo: 'ana', nombre: ' ' })).toEqual(['correo', 'nombre']);
    expect(missing({ correo: ' ana@x ' })).toEqual([]);
  });
});

const chacao: Store = {
  id: 'T1',
  codigo: '01',
  nombre: 'Chacao',
  tipo: 'tienda',
  region: null,
  ciudad: 'Caracas',
  zona_horaria: 'America/Caracas',
  activo: true,
};

describe('stores', () => {
  test('are sent without blanks; what is empty is nothing', () => {
    const form = { ...stores.newStore('America/Lima'), id: ' T9 ', codigo: '09', nombre: 'Nueva ', ciudad: ' ' };
    expect(stores.createBody(form)).toEqual({
      id: 'T9',
      codigo: '09',
      nombre: 'Nueva',
      tipo: 'tienda',
      region: null,
      ciudad: null,
      zona_horaria: 'America/Lima',
      activo: true,
    });
    expect(stores.missingIn(stores.newStore('America/Lima'))).toEqual(['id', 'codigo', 'nombre']);
  });

  test('are changed by what differs, and changed back', () => {
    const changes = { ciudad: '', activo: false };
    expect(stores.changeBody(changes)).toEqual({ ciudad: null, activo: false });
    expect(stores.undoBody(stores.formOf(chacao), changes)).toEqual({ ciudad: 'Caracas', activo: true });
    expect(stores.undoBody(stores.formOf(chacao), { region: 'Capital' })).toEqual({ region: null });
  });

  test('are where most of the others are', () => {
    const lima = { ...chacao, zona_horaria: 'America/Lima' };
    expect(stores.usualZone([lima, chacao, chacao], 'UTC')).toBe('America/Caracas');
    expect(stores.usualZone([], 'UTC')).toBe('UTC');
  });
});
