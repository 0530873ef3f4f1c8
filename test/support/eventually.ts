import { vi } from 'vitest';

/**
 * Looks again and again until `look` throws nothing. A second, vitest's own patience, is too little where the machine has
 * other work.
 * @throws what `look` throws after 30 s
 */
export function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 30_000, interval: 20 });
}
