import { afterEach, describe, expect, test, vi } from 'vitest';
import { ApiProblem } from '../client/index.ts';
import { fetchCompared } from './useStatistics.ts';

const october = { from: '2025-10-01', to: '2025-10-31' };

/** Answers every question with the status for its first day; gives back the first days asked for. */
function serve(statusFor: (from: string | null) => number): (string | null)[] {
  const asked: (string | null)[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    const from = new URL(path, 'http://localhost').searchParams.get('fecha_inicio');
    const status = statusFor(from);
    asked.push(from);
    return Promise.resolve(Response.json({ status }, { status }));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('a range and the one before it', () => {
  const fetched = (range = october) => fetchCompared(range, new AbortController().signal);

  test('are asked for together', async () => {
    const asked = serve(() => 200);
    expect(await fetched()).toEqual({
      range: october,
      current: { status: 200 },
      previous: { status: 200 },
      previousError: null,
    });
    expect(asked).toEqual(['2025-10-01', '2025-08-31']);
  });

  test('no dates are asked for that the server does not take', async () => {
    const asked = serve(() => 200);
    const everything = { from: '1000-01-01', to: '2999-12-31' };
    expect(await fetched(everything)).toMatchObject({ range: everything, previous: null, previousError: null });
    expect(asked).toEqual(['1000-01-01']);
  });

  test('the figures stand if only their comparison fails', async () => {
    serve((from) => (from === october.from ? 200 : 504));
    const { current, previous, previousError } = await fetched();
    expect([current, previous]).toEqual([{ status: 200 }, null]);
    expect(previousError).toBeInstanceOf(ApiProblem);
  });

  test.each([401, 500])('nothing stands if the range itself is refused with %i', async (status) => {
    serve((from) => (from === october.from ? status : 200));
    await expect(fetched()).rejects.toThrow(ApiProblem);
  });

  test('an ended session is told, whichever question met it', async () => {
    serve((from) => (from === october.from ? 200 : 401));
    await expect(fetched()).rejects.toThrow(ApiProblem);
  });
});
