import { createHash } from 'node:crypto';
import type { Delivery } from '../../sources/index.ts';

/** Grows whenever the same bytes would be understood otherwise than before. */
const understandingVersion = 1;

/** Digest of a delivery's bytes and of how they are to be understood: another mapping makes it another delivery. */
export function fingerprintOf({ digest, description }: Delivery): string {
  return createHash('sha256')
    .update(JSON.stringify([understandingVersion, digest, sorted(description)]))
    .digest('hex');
}

/** With the keys of all objects in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
