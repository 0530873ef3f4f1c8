import { expect, it } from 'vitest';
import { lookAt } from './look-at.ts';
import { ok, type Check } from './verdict.ts';

const sound: Check<null> = { name: 'sound', look: async () => [ok('as it should be')] };

it('waits for no check that hangs once it is to stop', async () => {
  const stop = new AbortController();
  const hangs: Check<null> = {
    name: 'hangs',
    look() {
      stop.abort(new Error('enough'));
      return new Promise(() => {});
    },
  };
  await expect(lookAt([sound, hangs, sound], null, stop.signal)).rejects.toThrow('enough');
});
