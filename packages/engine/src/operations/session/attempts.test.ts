import { describe, expect, it } from 'vitest';
import { limits } from './attempts.ts';

function keyOf(address: string): string {
  return limits.ofAddress(address).key;
}

describe('attempts are counted', () => {
  it('by the network that an IPv6 address is of, however it is written', () => {
    const network = keyOf('2001:db8:1:2::1');
    for (const address of ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2:0:0:0:0']) {
      expect(keyOf(address)).toBe(network);
    }
    for (const address of ['2001:db8:1:3::1', '2001:db8:1::2', '2001:db8::1:2:0:0:1']) {
      expect(keyOf(address)).not.toBe(network);
    }
    expect(keyOf('fe80::1%eth0')).toBe(keyOf('fe80::2'));
    expect(keyOf('::1')).toBe(keyOf('::2'));
  });

  it('by each IPv4 address', () => {
    expect(keyOf('203.0.113.7')).not.toBe(keyOf('203.0.113.8'));
    expect(keyOf('::ffff:203.0.113.7')).toBe(keyOf('203.0.113.7'));
  });

  it('by keys that fit, whatever was typed', () => {
    const { key } = limits.ofPair('2001:db8:ffff:ffff::1', `${'ñ'.repeat(500)}@x`);
    expect(key.length).toBeLessThanOrEqual(200);
  });
});
