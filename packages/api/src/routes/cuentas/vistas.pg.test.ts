import { limitesVistas, type Problem, type Vista } from '@fluxion/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
const tokens: Record<string, string> = {};
const manager = () => tokens['manager'] ?? '';

beforeAll(async () => {
  chain = await openTestChain();
  tokens['viewer'] = await chain.tokenOf('visualizador', ['T1']);
  tokens['manager'] = await chain.tokenOf('gerente_tienda', ['T1']);
  tokens['other'] = await chain.tokenOf('gerente_tienda', ['T1', 'T2']);
  tokens['general'] = await chain.tokenOf('gerente_general');
});
beforeEach(() => chain.pool.query('TRUNCATE fluxion.vistas'));
afterAll(() => chain.close());

function send(method: 'POST' | 'PATCH' | 'DELETE', url: string, token: string | undefined, payload?: object) {
  const request = { method, url, headers: { authorization: `Bearer ${token}` } };
  return chain.server.inject(payload === undefined ? request : { ...request, payload });
}

const weekly = { pagina: '/ventas', nombre: 'Lunes', parametros: 'tienda=T1&categoria=V%C3%ADveres' };

async function save(token: string | undefined, view: object = {}): Promise<Vista> {
  const answer = await send('POST', '/vistas', token, { ...weekly, ...view });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

async function seen(token: string | undefined, query = ''): Promise<readonly string[]> {
  const { datos } = (await chain.get(`/vistas${query}`, token)).json<{ datos: Vista[] }>();
  return datos.map(({ nombre }) => nombre);
}

function faults(answer: { json: () => Problem }): readonly string[] {
  return answer.json().campos?.map(({ campo, mensaje }) => `${campo}: ${mensaje}`) ?? [];
}

test('a view is kept as it was saved, for its author alone', async () => {
  const view = await save(tokens['viewer']);
  expect(view).toMatchObject({ ...weekly, compartida: false, propia: true, autor: null });
  const { datos } = (await chain.get('/vistas', tokens['viewer'])).json<{ datos: Vista[] }>();
  expect(datos).toEqual([view]);
  expect(await seen(manager())).toEqual([]);
  expect(await seen(tokens['general'])).toEqual([]);
});

test('views come by page and name, those of one page if it is asked for, a page of the list at a time', async () => {
  await save(manager(), { nombre: 'b' });
  await save(manager(), { nombre: 'a' });
  await save(manager(), { pagina: '/', nombre: 'z', parametros: '' });
  expect(await seen(manager())).toEqual(['z', 'a', 'b']);
  expect(await seen(manager(), '?pagina=/ventas')).toEqual(['a', 'b']);
  const first = (await chain.get('/vistas?limite=2', manager())).json<{ datos: Vista[]; siguiente: string }>();
  expect(first.datos).toHaveLength(2);
  expect(await seen(manager(), `?limite=2&cursor=${first.siguiente}`)).toEqual(['b']);
});

test('a shared view is shown to those who may see all stores that it names, with its author', async () => {
  await save(tokens['other'], { nombre: 'de T1', compartida: true });
  await save(tokens['other'], { nombre: 'de T1 y T2', parametros: 'tienda=T1&tienda=T2', compartida: true });
  await save(tokens['other'], { nombre: 'de ninguna', parametros: 'orden=venta_total', compartida: true });
  expect(await seen(manager())).toEqual(['de T1', 'de ninguna']);
  expect(await seen(tokens['general'])).toEqual(['de T1', 'de T1 y T2', 'de ninguna']);
  const { datos } = (await chain.get('/vistas', manager())).json<{ datos: Vista[] }>();
  expect(datos[0]).toMatchObject({ propia: false, autor: 'Persona de prueba', compartida: true });
});

test('views for all are saved from gerente_tienda on', async () => {
  const refused = ['compartida: una vista para todos se guarda desde el rol gerente_tienda'];
  const create = await send('POST', '/vistas', tokens['viewer'], { ...weekly, compartida: true });
  expect([create.statusCode, faults(create)]).toEqual([400, refused]);
  const { id } = await save(tokens['viewer']);
  const change = await send('PATCH', `/vistas/${id}`, tokens['viewer'], { compartida: true });
  expect([change.statusCode, faults(change)]).toEqual([400, refused]);
});

test('a view names no store that its author may not see, nor one that is not there', async () => {
  for (const store of ['T2', 'T9']) {
    const answer = await send('POST', '/vistas', manager(), { ...weekly, parametros: `tienda=T1&tienda=${store}` });
    const message = `parametros: no hay ninguna tienda «${store}» que usted pueda consultar`;
    expect([answer.statusCode, faults(answer)]).toEqual([400, [message]]);
  }
});

test('a name is given once for each page of a person', async () => {
  await save(manager());
  const again = await send('POST', '/vistas', manager(), weekly);
  expect([again.statusCode, faults(again)]).toEqual([400, ['nombre: «Lunes» ya existe']]);
  await save(manager(), { pagina: '/inventario' });
  await save(tokens['other']);
  const { id } = await save(manager(), { nombre: 'Martes' });
  const renamed = await send('PATCH', `/vistas/${id}`, manager(), { nombre: 'Lunes' });
  expect([renamed.statusCode, faults(renamed)]).toEqual([400, ['nombre: «Lunes» ya existe']]);
});

test('its author changes what is named and nothing else', async () => {
  const view = await save(manager());
  const shared = await send('PATCH', `/vistas/${view.id}`, manager(), { compartida: true });
  expect(shared.json()).toMatchObject({ ...weekly, id: view.id, compartida: true });
  const parametros = 'tienda=T1&q=caf%C3%A9';
  const changed = await send('PATCH', `/vistas/${view.id}`, manager(), { nombre: 'Martes', parametros });
  expect(changed.json()).toMatchObject({ id: view.id, nombre: 'Martes', parametros, compartida: true });
  expect(await seen(tokens['viewer'])).toEqual(['Martes']);
});

test('a view that names other stores than before is shown by those', async () => {
  const { id } = await save(tokens['other'], { compartida: true });
  expect(await seen(tokens['viewer'])).toEqual(['Lunes']);
  await send('PATCH', `/vistas/${id}`, tokens['other'], { parametros: 'tienda=T2' });
  expect(await seen(tokens['viewer'])).toEqual([]);
});

test('shared views of others are changed and removed from gerente_general on, private ones by nobody else', async () => {
  const { id } = await save(tokens['other'], { compartida: true });
  for (const token of [tokens['viewer'], manager()]) {
    expect((await send('PATCH', `/vistas/${id}`, token, { nombre: 'mía' })).statusCode).toBe(404);
    expect((await send('DELETE', `/vistas/${id}`, token)).statusCode).toBe(404);
  }
  const hidden = await send('PATCH', `/vistas/${id}`, tokens['general'], { compartida: false });
  expect(hidden.json()).toMatchObject({ compartida: false, propia: false });
  expect((await send('DELETE', `/vistas/${id}`, tokens['general'])).statusCode).toBe(404);
  await send('PATCH', `/vistas/${id}`, tokens['other'], { compartida: true });
  expect((await send('DELETE', `/vistas/${id}`, tokens['general'])).statusCode).toBe(204);
  expect(await seen(tokens['other'])).toEqual([]);
});

test('a person keeps so many and no more', async () => {
  const { rows } = await chain.pool.query<{ id: string }>(
    `SELECT u.id FROM usuarios AS u JOIN usuarios_ubicaciones AS s ON s.usuario_id = u.id WHERE u.rol = 'visualizador' AND s.ubicacion_id = 'T1'`,
  );
  await chain.pool.query(
    `INSERT INTO fluxion.vistas (usuario_id, pagina, nombre, parametros, tiendas)
     SELECT $1, '/ventas', 'vista ' || n, '', '{}' FROM generate_series(2, $2) AS n`,
    [rows[0]?.id, limitesVistas.porPersona],
  );
  await save(tokens['viewer']);
  const one = await send('POST', '/vistas', tokens['viewer'], { ...weekly, nombre: 'una más' });
  expect([one.statusCode, one.json<Problem>().codigo]).toEqual([409, 'TOO_MANY_VIEWS']);
  await save(manager());
});

test.each([
  [{ pagina: 'ventas' }, 'pagina: debe ser la dirección de una página, sin filtros: /ventas'],
  [{ pagina: '/ventas?tienda=T1' }, 'pagina: debe ser la dirección de una página, sin filtros: /ventas'],
  [{ pagina: '//otro.example/' }, 'pagina: debe ser la dirección de una página, sin filtros: /ventas'],
  [{ pagina: '/ventas/%2E./../claves' }, 'pagina: debe ser la dirección de una página, sin filtros: /ventas'],
  [
    { parametros: 'q=dos palabras' },
    'parametros: debe ser lo que va detrás de «?» en la dirección, sin espacios ni «#»',
  ],
  [{ nombre: ' ' }, 'nombre: no puede empezar ni terminar con espacios, ni tener saltos de línea'],
])('%j is refused', async (wrong, fault) => {
  const answer = await send('POST', '/vistas', manager(), { ...weekly, ...wrong });
  expect([answer.statusCode, faults(answer)]).toEqual([400, [fault]]);
});
