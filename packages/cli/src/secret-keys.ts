import { join } from 'node:path';
import { ensureSecretFile, FluxionError, readSecretFile } from '@fluxion/engine/base';
import { factorKeysOf, type FactorKeys } from '@fluxion/engine/operations';
import type { OptionValues } from './options/index.ts';

type Asked = OptionValues<'secret-keys' | 'database' | 'home'>;

/** Keys as they were given, which no log may hold, and what is made of them. */
export interface SecretKeys {
  readonly texts: readonly string[];
  readonly factorKeys: FactorKeys;
}

function keysOf(texts: readonly string[]): SecretKeys {
  return { texts, factorKeys: factorKeysOf(texts) };
}

/** Fewer characters can be guessed from what they have encrypted. */
const shortest = 32;

/** Where the embedded server's installation has its key. */
export function secretKeyFile(home: string): string {
  return join(home, 'secret.key');
}

/** @throws FluxionError USAGE without a word of the keys */
function given(text: string | undefined): readonly string[] {
  const keys = (text ?? '').split(',').flatMap((key) => key.trim() || []);
  if (keys.every(({ length }) => length >= shortest)) return keys;
  throw new FluxionError(
    'USAGE',
    `FLUXION_SECRET_KEY must be ${shortest} random characters or more, as of \`openssl rand -base64 32\`; between several, a comma`,
  );
}

/**
 * What secrets in the database are encrypted with: what the environment says, and the key of the embedded server, which is
 * no other's.
 *
 * @throws FluxionError USAGE
 */
export async function readSecretKeys({ 'secret-keys': text, database, home }: Asked): Promise<SecretKeys> {
  const texts = given(text);
  const own = database === undefined ? await readSecretFile(secretKeyFile(home)) : undefined;
  if (own !== undefined && own.length < shortest) {
    const message = `${secretKeyFile(home)} does not hold the key that Fluxion put there: bring it back from a backup, or remove the file to have a new key made`;
    throw new FluxionError('USAGE', message);
  }
  return keysOf(own === undefined ? texts : [...texts, own]);
}

/**
 * The same, where something is to be encrypted: the embedded server gets a key if there is none.
 * @throws FluxionError USAGE
 */
export async function ensureSecretKeys(asked: Asked): Promise<SecretKeys> {
  const keys = await readSecretKeys(asked);
  if (keys.texts.length > 0 || asked.database !== undefined) return keys;
  return keysOf([await ensureSecretFile(secretKeyFile(asked.home))]);
}
