import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeSession, fetchStatistics, fetchUser, isUnauthenticated, openSession, RequestFailure } from './index.ts';

function answerWith(answer: Response | Error) {
  const fake = vi.fn<typeof fetch>(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
  vi.stubGlobal('fetch', fake);
  return fake;
}

async function failureOf(work: Promise<unknown>): Promise<RequestFailure> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RequestFailure)) throw new Error('The request did not fail as expected', { cause: error });
  return error;
}

afterEach(() => vi.unstubAllGlobals());

describe('requests', () => {
  test('ask for a range by the API’s names', async () => {
    const fake = answerWith(Response.json({ rango: {} }));
    await fetchStatistics({ from: '2025-01-01', to: '2025-01-31' });
    expect(fake).toHaveBeenCalledWith('/estadisticas?fecha_inicio=2025-01-01&fecha_fin=2025-01-31', expect.anything());
  });

  test('send a token as JSON, and take 204 for an answer', async () => {
    const fake = answerWith(new Response(null, { status: 204 }));
    await openSession('fx_abc');
    expect(fake.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"token":"fx_abc"}' });
    await closeSession();
    expect(fake.mock.calls[1]?.[1]).toMatchObject({ method: 'DELETE' });
  });
});

describe('failures', () => {
  test('without an answer are unreachable', async () => {
    answerWith(new TypeError('Failed to fetch'));
    expect(await failureOf(fetchStatistics())).toMatchObject({ kind: 'unreachable', details: {} });
  });

  test('say what the server’s problem document says', async () => {
    const problem = { codigo: 'INTERNAL', title: 'Error interno', status: 500, id_solicitud: 'r1' };
    answerWith(Response.json(problem, { status: 500 }));
    expect(await failureOf(fetchStatistics())).toMatchObject({
      kind: 'refused',
      details: { status: 500, code: 'INTERNAL', title: 'Error interno', requestId: 'r1' },
    });
  });

  test.each(['<html>Bad gateway</html>', '"text"', '[]', 'null'])(
    'of a proxy that says %s have a status at least',
    async (body) => {
      answerWith(new Response(body, { status: 502 }));
      expect((await failureOf(fetchStatistics())).details).toEqual({ status: 502 });
    },
  );

  test('with success but without JSON are unreadable', async () => {
    answerWith(new Response('<html></html>', { status: 200 }));
    expect(await failureOf(fetchStatistics())).toMatchObject({ kind: 'unreadable', details: { status: 200 } });
  });

  test('nobody signed in is an answer, not a failure', async () => {
    answerWith(new Response(null, { status: 401 }));
    expect(await fetchUser()).toBeNull();
    expect(isUnauthenticated(new RequestFailure('refused', { status: 403 }))).toBe(false);
    answerWith(new Response(null, { status: 500 }));
    expect((await failureOf(fetchUser())).kind).toBe('refused');
  });
});
