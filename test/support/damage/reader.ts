import { FluxionError, messageOf, quoteQualified } from '../../../packages/engine/src/base/index.ts';
import {
  explainReadError,
  inspectCatalog,
  openSource,
  smallRowsJson,
} from '../../../packages/engine/src/duckdb/index.ts';

/** What a database file came out as. */
export type Reading =
  | { readonly outcome: 'read'; readonly content: string }
  | { readonly outcome: 'refused'; readonly code: string; readonly message: string }
  /** An error that nobody has put into a sentence. */
  | { readonly outcome: 'unexplained'; readonly message: string };

/** A process that reads the files that it is told of, each to its last value. */
process.on('message', (file: string) => void read(file).then((reading) => process.send?.(reading)));
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function read(file: string): Promise<Reading> {
  try {
    return { outcome: 'read', content: await contentOf(file) };
  } catch (error) {
    const explained = explainReadError(file, error) ?? error;
    return explained instanceof FluxionError
      ? { outcome: 'refused', code: explained.code, message: explained.message }
      : { outcome: 'unexplained', message: messageOf(explained) };
  }
}

/** Everything that the file declares, and of each table the number and a digest of its rows. */
async function contentOf(file: string): Promise<string> {
  const source = await openSource(file);
  try {
    const connection = await source.connect();
    const catalog = await inspectCatalog(connection);
    const digests = [];
    for (const { schema, name } of catalog.tables) {
      const sql = `SELECT count(*) AS rows, sum(hash(r)::HUGEINT)::VARCHAR AS digest FROM ${quoteQualified(schema, name)} r`;
      digests.push([schema, name, ...(await smallRowsJson(connection, sql))]);
    }
    return JSON.stringify({ digests, catalog });
  } finally {
    source.close();
  }
}
