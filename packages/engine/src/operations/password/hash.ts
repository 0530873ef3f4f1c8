import { hash, verify } from '@node-rs/argon2';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';

/** argon2id with the least costs that OWASP's Password Storage Cheat Sheet recommends; KiB, passes, lanes. */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of the same costs that no password has: checking it takes as long as checking that of a person. */
const nobodysHash = `$argon2id$v=19$m=${costs.memoryCost},t=${costs.timeCost},p=${costs.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Each hash takes 19 MiB, and one of the four threads that Node has for files and names too. */
const slots = bulkhead(2, 30);

/** What `work` gives, or undefined at once where too many are at it already. */
async function inSlot<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await slots.execute(work);
  } catch (error) {
    if (error instanceof BulkheadRejectedError) return undefined;
    throw error;
  }
}

/** The same text, however a keyboard composes its accents. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

/** What is stored of a password, a PHC string; undefined if too many are being hashed. */
export function hashPassword(password: string): Promise<string | undefined> {
  return inSlot(() => hash(normalised(password), costs));
}

/**
 * Whether the password is the one that was hashed; undefined if too many are being hashed. Without a hash, for people who are
 * not there or have none, the answer is no and takes as long.
 */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean | undefined> {
  const right = await inSlot(() => verify(stored ?? nobodysHash, normalised(password)));
  return stored === null || stored === undefined ? right && false : right;
}
