import { Auditoria, AuditoriaResponse } from '@fluxion/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../testing/answers.ts';
import { cookiesOf, signedInPerson, type TestPerson } from '../../testing/people.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let root: TestPerson;

beforeAll(async () => {
  chain = await openTestChain();
  root = await signedInPerson(chain, 'super_admin');
});

afterAll(() => chain.close());

interface Made {
  readonly id: string;
  readonly clave: string;
}

async function keyOf(person: TestPerson, more: object = {}): Promise<Made> {
  const answer = await person.call('POST', '/claves', { nombre: 'Excel', dias: 30, ...more });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

async function storesOf(clave: string): Promise<string[]> {
  return (await chain.get('/ubicaciones', clave)).json().datos.map(({ id }: { id: string }) => id);
}

async function roleOf(clave: string): Promise<string> {
  return (await chain.get('/sesion', clave)).json().usuario.rol;
}

async function opened(clave: string): Promise<Record<string, string>> {
  return cookiesOf(await chain.server.inject({ method: 'POST', url: '/sesion', payload: { token: clave } }));
}

async function codeOf(answer: Promise<LightMyRequestResponse>): Promise<string> {
  const { statusCode, body } = await answer;
  return statusCode < 400 ? String(statusCode) : String(JSON.parse(body).codigo);
}

describe('API keys', () => {
  it('may do what their person may, or less', async () => {
    expect(await roleOf((await keyOf(root)).clave)).toBe('super_admin');
    const viewer = await keyOf(root, { rol: 'visualizador' });
    expect([await roleOf(viewer.clave), await storesOf(viewer.clave)]).toEqual([
      'visualizador',
      ['T1', 'T2', 'T3', 'C1'],
    ]);
    const oneStore = await keyOf(root, { ubicaciones: ['T2'] });
    expect([await roleOf(oneStore.clave), await storesOf(oneStore.clave)]).toEqual(['gestor_abastecimiento', ['T2']]);
    for (const url of ['/usuarios', '/auditoria']) expect((await chain.get(url, oneStore.clave)).statusCode).toBe(403);
  });

  it('are listed of all people by an administrator alone', async () => {
    const person = await signedInPerson(chain, 'gerente_general');
    const made = [(await keyOf(root)).id, (await keyOf(person)).id];
    const { datos } = (await root.call('GET', '/claves?de=todas')).json();
    expect(datos.map(({ id }: Made) => id)).toEqual(expect.arrayContaining(made));
    expect(await codeOf(person.call('GET', '/claves?de=todas'))).toBe('FORBIDDEN');
  });

  it('are not made for more than one may', async () => {
    const person = await signedInPerson(chain, 'gerente_tienda', ['T1']);
    const ask = (more: object) => person.call('POST', '/claves', { nombre: 'x', dias: 1, ...more });
    expect(refusedFields(await ask({ rol: 'super_admin' }))).toEqual(['rol']);
    expect(refusedFields(await ask({ ubicaciones: ['T1', 'T2'] }))).toEqual(['ubicaciones']);
    expect(refusedFields(await ask({ ubicaciones: ['no hay'] }))).toEqual(['ubicaciones']);
    expect(refusedFields(await ask({ ubicaciones: [] }))).toEqual(['ubicaciones']);
    expect(refusedFields(await ask({ dias: 0 }))).toEqual(['dias']);
  });

  it('lose what their person loses', async () => {
    const person = await signedInPerson(chain, 'gestor_abastecimiento', ['T1', 'T2']);
    const { clave } = await keyOf(person, { ubicaciones: ['T1', 'T2'] });
    await root.call('PATCH', `/usuarios/${person.id}`, { ubicaciones: ['T2', 'T3'], rol: 'visualizador' });
    expect([await roleOf(clave), await storesOf(clave)]).toEqual(['visualizador', ['T2']]);
  });

  it('give a browser no more than they may themselves, and nobody a key', async () => {
    const { clave, id } = await keyOf(root, { rol: 'visualizador', ubicaciones: ['T1'] });
    const cookies = await opened(clave);
    const shown = await chain.server.inject({ url: '/sesion', cookies });
    expect(shown.json()).toMatchObject({ usuario: { id: root.id, rol: 'visualizador' }, en_persona: false });
    expect((await root.call('GET', '/sesion')).json()).toMatchObject({ en_persona: true });
    const stores = await chain.server.inject({ url: '/ubicaciones', cookies });
    expect(stores.json().datos).toMatchObject([{ id: 'T1' }]);
    const payload = { nombre: 'x', dias: 1 };
    expect(await codeOf(chain.server.inject({ method: 'POST', url: '/claves', payload, cookies }))).toBe('FORBIDDEN');
    const headers = { authorization: `Bearer ${(await keyOf(root)).clave}` };
    expect(await codeOf(chain.server.inject({ method: 'POST', url: '/claves', payload, headers }))).toBe('FORBIDDEN');
    expect(await codeOf(root.call('DELETE', `/claves/${id}`))).toBe('204');
    expect((await chain.server.inject({ url: '/sesion', cookies })).statusCode).toBe(401);
  });

  it('are listed without their secret, and revoked by their owner or an administrator', async () => {
    const [one, other] = [await signedInPerson(chain, 'visualizador'), await signedInPerson(chain, 'visualizador')];
    const made = [await keyOf(one), await keyOf(one)] as const;
    const listed = await one.call('GET', '/claves');
    expect(listed.json().datos.map(({ id }: Made) => id)).toEqual([made[1].id, made[0].id]);
    expect(listed.body).not.toContain(made[0].clave.slice(9));
    expect(await codeOf(other.call('GET', `/claves?usuario_id=${one.id}`))).toBe('FORBIDDEN');
    expect((await root.call('GET', `/claves?usuario_id=${one.id}`)).json().datos).toHaveLength(2);
    const cookies = await opened(made[0].clave);
    expect(await codeOf(other.call('DELETE', `/claves/${made[0].id}`))).toBe('NOT_FOUND');
    expect((await chain.server.inject({ url: '/sesion', cookies })).statusCode).toBe(200);
    expect(await codeOf(one.call('DELETE', `/claves/${made[0].id}`))).toBe('204');
    expect((await chain.server.inject({ url: '/sesion', cookies })).statusCode).toBe(401);
    expect(await codeOf(root.call('DELETE', `/claves/${made[1].id}`))).toBe('204');
    for (const { clave } of made) expect((await chain.get('/sesion', clave)).statusCode).toBe(401);
    expect((await one.call('GET', '/sesion')).statusCode).toBe(200);
  });
});

describe('the audit log', () => {
  it('tells the newest first, a page at a time, by person, kind and time', async () => {
    const person = await signedInPerson(chain, 'visualizador');
    await keyOf(person);
    await keyOf(person);
    const url = `/auditoria?usuario_id=${person.id}`;
    const all = bodyOf(AuditoriaResponse, await root.call('GET', url)).datos;
    expect(all.map(({ accion }) => accion)).toEqual(['clave_api', 'clave_api', 'iniciar_sesion']);
    const first = bodyOf(AuditoriaResponse, await root.call('GET', `${url}&limite=2`));
    const rest = bodyOf(AuditoriaResponse, await root.call('GET', `${url}&limite=2&cursor=${first.siguiente}`));
    expect([...first.datos, ...rest.datos]).toEqual(all);
    const keys = await root.call('GET', `${url}&accion=clave_api`);
    expect(bodyOf(AuditoriaResponse, keys).datos).toEqual(all.slice(0, 2));
    const late = await root.call('GET', `${url}&desde=2999-01-01T00:00:00Z`);
    expect(bodyOf(AuditoriaResponse, late).datos).toEqual([]);
    expect(refusedFields(await root.call('GET', '/auditoria?hasta=ayer&accion=x'))).toEqual(['accion', 'hasta']);
  });

  it('comes as a file too', async () => {
    const answer = await root.call('GET', '/auditoria?formato=ndjson&accion=clave_api');
    const rows = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.length).toBeGreaterThan(1);
    expect(Object.keys(rows[0])).toEqual(Object.keys(Auditoria.columns));
  });
});

describe('stores', () => {
  const store = { id: 'T7', codigo: '07', nombre: 'Norte', tipo: 'tienda', zona_horaria: 'America/Caracas' };

  it('are added and changed by an administrator', async () => {
    const added = await root.call('POST', '/ubicaciones', store);
    expect([added.statusCode, added.json()]).toEqual([201, { ...store, region: null, ciudad: null, activo: true }]);
    const changed = await root.call('PATCH', '/ubicaciones/T7', { ciudad: 'Maracay', activo: false });
    expect(changed.json()).toEqual({ ...store, region: null, ciudad: 'Maracay', activo: false });
    expect((await root.call('PATCH', '/ubicaciones/T7', { ciudad: null })).json()).toMatchObject({ ciudad: null });
    expect(await codeOf(root.call('PATCH', '/ubicaciones/nada', { ciudad: null }))).toBe('NOT_FOUND');
  });

  it('have an id and a code of their own, and a time zone that there is', async () => {
    expect(refusedFields(await root.call('POST', '/ubicaciones', { ...store, id: 'T1', codigo: '77' }))).toEqual([
      'id',
    ]);
    expect(refusedFields(await root.call('POST', '/ubicaciones', { ...store, id: 'T8', codigo: '01' }))).toEqual([
      'codigo',
    ]);
    const zone = { ...store, id: 'T8', codigo: '08', zona_horaria: 'Luna/Tranquilidad' };
    expect(refusedFields(await root.call('POST', '/ubicaciones', zone))).toEqual(['zona_horaria']);
    expect(refusedFields(await root.call('PATCH', '/ubicaciones/T1', { codigo: '02' }))).toEqual(['codigo']);
  });
});
