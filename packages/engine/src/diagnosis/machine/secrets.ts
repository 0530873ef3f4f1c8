import { stat } from 'node:fs/promises';
import { ok, warning, type Check } from '../verdict.ts';
import type { AskedMachine } from './asked.ts';

/** Anybody's bits of a file's mode, but its owner's. */
const others = 0o077;

async function isOpen(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && (found.mode & others) !== 0;
}

/** Whether other users of the machine can read passwords. Windows has no such modes. */
export const secrets: Check<AskedMachine> = {
  name: 'secrets',
  async look({ secretFiles }) {
    if (process.platform === 'win32') return [];
    const open: string[] = [];
    for (const file of secretFiles) if (await isOpen(file)) open.push(file);
    if (open.length === 0) return [ok('No file with a password is open to other users of this machine.')];
    return [warning(`Other users of this machine may read ${open.join(' and ')}.`, `chmod 600 ${open.join(' ')}`)];
  },
};
