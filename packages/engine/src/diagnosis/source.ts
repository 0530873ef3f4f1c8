import { realpath, stat } from 'node:fs/promises';
import { FluxionError } from '../base/index.ts';
import { inspectCatalog, openSource } from '../duckdb/index.ts';
import { sizeText } from './sizes.ts';
import { ok, problem, type Check } from './verdict.ts';

export interface AskedSource {
  readonly file: string;
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

/** The bytes of a DuckDB file and of the log beside it; 0 where there is none. */
export async function sourceBytes(file: string): Promise<number> {
  const real = await realpath(file).catch(() => file);
  return (await sizeOf(real)) + (await sizeOf(`${real}.wal`));
}

async function tablesIn(file: string): Promise<number> {
  const source = await openSource(file);
  try {
    const connection = await source.connect();
    return (await inspectCatalog(connection)).tables.length;
  } finally {
    source.close();
  }
}

/**
 * The DuckDB file that is to be migrated, by opening it. A damaged file may take the process with it: whoever looks must be
 * in one of its own.
 */
export const source: Check<AskedSource> = {
  name: 'source',
  async look({ file }) {
    try {
      const tables = await tablesIn(file);
      const found = `${file}: ${tables} tables in ${sizeText(await sourceBytes(file))}, and it can be read.`;
      return [ok(`${found} \`fluxion migrate FILE --dry-run\` says what becomes of each.`)];
    } catch (error) {
      if (!(error instanceof FluxionError)) throw error;
      return [problem(error.message, 'A migration would end with the same words: mend that first.')];
    }
  },
};
