import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Workbench } from '../lib/workbench.ts';
import { columns } from './sales-csv.ts';

/** With the triggers that keep the sums, as anybody's COPY has them. */
export async function copyCsv({ pool }: Workbench, file: string, table: string): Promise<void> {
  const client = await pool.connect();
  try {
    const into = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN (FORMAT csv, HEADER)`));
    await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), into);
  } finally {
    client.release();
  }
}
