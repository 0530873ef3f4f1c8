import { openPool } from '../../postgres/index.ts';
import { loadFolders } from './load-folders.ts';

/** A process that loads folders and can be killed. It says `ready` before it begins; its exit code is 1 if a delivery failed. */
const [url = '', ...folders] = process.argv.slice(2);
const pool = openPool({ url, applicationName: 'load-child', max: 4 });
process.send?.('ready');
try {
  const reports = await loadFolders(pool, folders);
  process.exitCode = reports.some(({ outcome }) => outcome === 'fallida') ? 1 : 0;
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
} finally {
  process.disconnect();
  await pool.end();
}
