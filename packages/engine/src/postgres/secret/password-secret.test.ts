import { expect, it, vi } from 'vitest';
import { FluxionError } from '../../base/index.ts';
import type { FetchPassword } from './fetch-secret.ts';
import { PasswordSecret } from './password-secret.ts';

/** A secret whose stages the test sets, and what is asked of it. */
function secretWith(stages: Record<string, string | Error | undefined>) {
  const fetch = vi.fn<FetchPassword>(async (stage) => {
    const value = stages[stage];
    if (value instanceof Error) throw value;
    return value;
  });
  return { secret: new PasswordSecret(fetch), fetch };
}

it('is asked once for connections that are made at once, and anew for each that follows', async () => {
  const { secret, fetch } = secretWith({ AWSCURRENT: 'one' });
  expect(await Promise.all([secret.read(), secret.read(), secret.read()])).toEqual(['one', 'one', 'one']);
  expect(fetch).toHaveBeenCalledTimes(1);
  await secret.read();
  expect(fetch).toHaveBeenCalledTimes(2);
});

it('gives the password of a rotation before it is the current one, only after the current one was refused', async () => {
  const stages: Record<string, string | undefined> = { AWSCURRENT: 'old', AWSPENDING: 'new' };
  const { secret, fetch } = secretWith(stages);
  expect(await secret.read()).toBe('old');
  secret.refuse('old');
  expect(await secret.read()).toBe('new');
  // Another connection was made with the old one at the same time as the first.
  secret.refuse('old');
  expect(await secret.read()).toBe('new');
  Object.assign(stages, { AWSCURRENT: 'new', AWSPENDING: undefined });
  fetch.mockClear();
  expect(await secret.read()).toBe('new');
  expect(fetch.mock.calls).toEqual([['AWSCURRENT']]);
});

it('shares no question that was put before the refusal', async () => {
  const stages: Record<string, string> = { AWSCURRENT: 'old' };
  const { secret } = secretWith(stages);
  const before = secret.read();
  secret.refuse('old');
  stages.AWSCURRENT = 'new';
  expect(await secret.read()).toBe('new');
  expect(await before).toBe('old');
});

it('uses what it was given last while nobody answers, and hides no refusal', async () => {
  const away = new FluxionError('DATABASE_UNREACHABLE', 'Secrets Manager does not answer.');
  const denied = new FluxionError('DATABASE_UNSUITABLE', 'It may not be read.');
  const stages: Record<string, string | Error> = { AWSCURRENT: away };
  const { secret } = secretWith(stages);
  await expect(secret.read()).rejects.toBe(away);
  stages.AWSCURRENT = 'one';
  await secret.read();
  stages.AWSCURRENT = away;
  expect(await secret.read()).toBe('one');
  stages.AWSCURRENT = denied;
  await expect(secret.read()).rejects.toBe(denied);
});
