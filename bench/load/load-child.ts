import { openPool } from '@fluxion/engine/postgres';
import { loadSales } from './ours.ts';

/** A process that loads files all at once, each by a call of its own, as the worker of `fluxion up` does. */
const [url = '', folder = '', ...files] = process.argv.slice(2);
const pool = openPool({ url, applicationName: 'fluxion-load', max: 8 });
try {
  await Promise.all(files.map((file) => loadSales(pool, folder, file)));
} finally {
  await pool.end();
}
