import { describe, expect, it } from 'vitest';
import { attemptLimit } from './attempt-limit.ts';

function limited(addresses?: number) {
  const clock = { ms: 0 };
  const limit = attemptLimit({
    failures: 3,
    windowMs: 60_000,
    now: () => clock.ms,
    ...(addresses === undefined ? {} : { addresses }),
  });
  return { clock, limit };
}

describe('attemptLimit', () => {
  it('makes an address wait after its failures, until the window ends', () => {
    const { clock, limit } = limited();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(limit.waitSeconds('a')).toBe(0);
      limit.fail('a');
    }
    clock.ms = 500;
    expect(limit.waitSeconds('a')).toBe(60);
    clock.ms = 59_999;
    expect(limit.waitSeconds('a')).toBe(1);
    clock.ms = 60_000;
    expect(limit.waitSeconds('a')).toBe(0);
    limit.fail('a');
    expect(limit.waitSeconds('a')).toBe(0);
  });

  it('does not make one address wait for another', () => {
    const { limit } = limited();
    for (let attempt = 0; attempt < 5; attempt += 1) limit.fail('a');
    expect(limit.waitSeconds('b')).toBe(0);
  });

  it('keeps no more addresses than it may', () => {
    const { limit } = limited(2);
    for (const address of ['a', 'a', 'a', 'b', 'b', 'b', 'c']) limit.fail(address);
    expect(limit.waitSeconds('a')).toBe(0);
    expect(limit.waitSeconds('b')).toBe(60);
  });
});
