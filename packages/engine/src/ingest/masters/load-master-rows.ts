import { FluxionError } from '../../base/index.ts';
import { sendDeliveredRows } from './delivered-rows.ts';
import { masterTables } from './master-tables.ts';
import type { MasterCounts, MasterLoad } from './master-load.ts';
import { moveRejects } from './rejected-rows.ts';
import { resolveRows, settleRepeats } from './resolved-rows.ts';
import { writeRows } from './write-rows.ts';
import { writtenColumns } from './written-columns.ts';

/**
 * Puts the rows of a delivery in the place of those with their keys; other rows, and columns that the delivery lacks, stay
 * as they are. Lines that cannot be loaded are moved to the rejects. Rows that change nothing are not touched.
 * @throws the server's refusal, also of a row that somebody else has got in the way of meanwhile, or DuckDB's
 */
export async function loadMasterRows(load: MasterLoad): Promise<MasterCounts> {
  const { client, feed, delivered } = load;
  const table = masterTables[feed.name];
  if (!table) throw new FluxionError('INTERNAL', `The feed ${feed.name} has no table of rows.`);
  const read = await sendDeliveredRows(load);
  const columns = await writtenColumns(client, table, delivered);
  await resolveRows(client, table, columns);
  const repeated = await settleRepeats(client, table, columns);
  const rejected = await moveRejects(load, table);
  const written = await writeRows(client, table, columns);
  const same = read - rejected - repeated - written.inserted - written.changed;
  return { ...written, same, rejected, repeated };
}
