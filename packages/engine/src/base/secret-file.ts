import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { FluxionError } from './errors.ts';

/** The secret that a file holds; undefined if there is no such file. */
export async function readSecretFile(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The secret of a file that only its owner may read: 192 random bits, made up by the first caller. Of several that come at
 * once all get the same.
 */
export async function ensureSecretFile(path: string): Promise<string> {
  const existing = await readSecretFile(path);
  if (existing !== undefined) return existing;
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A link appears whole or not at all, and never replaces another's.
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const secret = await readSecretFile(path);
  if (secret === undefined) throw new FluxionError('FILE_UNWRITABLE', `${path} cannot be kept.`);
  return secret;
}
