import { afterEach, expect, test, vi } from 'vitest';
import { ask, closeSession, fetchUser, openSession } from './index.ts';

function answerWith(answer: Response) {
  const fake = vi.fn<typeof fetch>(() => Promise.resolve(answer));
  vi.stubGlobal('fetch', fake);
  return fake;
}

afterEach(() => vi.unstubAllGlobals());

test('a range is asked for by the API’s names', async () => {
  const fake = answerWith(Response.json({ rango: {} }));
  await ask('verEstadisticas', { query: { fecha_inicio: '2025-01-01', fecha_fin: '2025-01-31' } });
  expect(fake).toHaveBeenCalledWith('/estadisticas?fecha_inicio=2025-01-01&fecha_fin=2025-01-31', expect.anything());
});

test.each([
  ['/sesion', { correo: 'ana@x.ve', clave: 'una clave larga' }],
  ['/sesion', { token: 'fx_abc' }],
  ['/sesion/enlace', { enlace: 'fe_abc', clave: 'una clave larga' }],
])('credentials open a session at %s', async (path, credentials) => {
  const fake = answerWith(new Response(null, { status: 204 }));
  await openSession(credentials);
  expect(fake.mock.calls[0]).toMatchObject([path, { method: 'POST', body: JSON.stringify(credentials) }]);
});

test('a session is closed', async () => {
  const fake = answerWith(new Response(null, { status: 204 }));
  await closeSession();
  expect(fake.mock.calls[0]).toMatchObject(['/sesion', { method: 'DELETE' }]);
});

test('nobody signed in is an answer, not a failure', async () => {
  answerWith(new Response(null, { status: 401 }));
  expect(await fetchUser()).toBeNull();
  answerWith(new Response(null, { status: 500 }));
  await expect(fetchUser()).rejects.toMatchObject({ kind: 'refused', status: 500 });
});
