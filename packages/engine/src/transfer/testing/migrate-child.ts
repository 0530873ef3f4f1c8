import { parseArgs } from 'node:util';
import { openPool } from '../../postgres/index.ts';
import { migrate } from '../migrate.ts';

/** A process that migrates and can be killed. It says `ready` before it begins; its exit code is the error's. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { resume: { type: 'boolean' } } });
const [file = '', url = ''] = positionals;
const pool = openPool({ url, applicationName: 'migrate-child', max: 6 });
process.send?.('ready');
try {
  const report = await migrate({ file, pool, schema: 'public', resume: values.resume ?? false });
  process.exitCode = report.tables.every(({ proof }) => proof?.equal) ? 0 : 3;
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = error instanceof Error && 'exitCode' in error ? Number(error.exitCode) : 1;
} finally {
  process.disconnect();
  await pool.end();
}
