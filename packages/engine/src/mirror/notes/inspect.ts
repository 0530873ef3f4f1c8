import type { ClientBase } from 'pg';
import { FluxionError } from '../../base/index.ts';
import { copyKey, type DeclaredTable } from '../declared.ts';
import { declaredTables } from './declared-tables.ts';
import { refusalOf, type AskedTable } from './refusal.ts';
import { tableFacts } from './table-facts.ts';

/** Why the table cannot be mirrored, by the snapshot of the client's transaction; undefined if it can. */
export async function whyUnfit(client: ClientBase, asked: AskedTable): Promise<string | undefined> {
  return refusalOf(asked, await tableFacts(client, asked));
}

/** The types of the columns of the table's unit. @throws FluxionError MIRROR_REFUSED if the table cannot be mirrored */
export async function unitTypes(client: ClientBase, asked: AskedTable): Promise<string[]> {
  const facts = await tableFacts(client, asked);
  const refusal = refusalOf(asked, facts);
  if (refusal !== undefined) throw new FluxionError('MIRROR_REFUSED', refusal);
  return asked.unit.flatMap((column) => facts?.columns.find(({ name }) => name === column)?.type ?? []);
}

/** @throws FluxionError MIRROR_REFUSED if the copies of two tables would be one */
export async function refuseTaken(client: ClientBase, asked: AskedTable): Promise<void> {
  const key = copyKey(asked);
  const isOther = (one: DeclaredTable) => one.schema !== asked.schema || one.table !== asked.table;
  const other = (await declaredTables(client)).find((one) => isOther(one) && copyKey(one) === key);
  if (!other) return;
  const reason = `${asked.name} and ${other.schema}.${other.table}, which is mirrored, would be one table in the copy, where upper and lower case are the same and public is called main: rename one of them, or mirror only one.`;
  throw new FluxionError('MIRROR_REFUSED', reason);
}
