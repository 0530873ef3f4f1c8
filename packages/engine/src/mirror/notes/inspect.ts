import type { ClientBase } from 'pg';
import { FluxionError } from '../../base/index.ts';
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
