import { FluxionError } from '../../base/index.ts';
import { chooseWays, type PlannedTable } from './choose-ways.ts';
import { chosenSchemas, chosenTables, fileSchema } from './file-plan.ts';
import type { ExportReport } from './options.ts';
import { readCatalog } from './read/index.ts';
import { writeBeforeRows, writeView } from './write/index.ts';
import { writeTables, type ExportContext } from './write-tables.ts';

export type Exported = Pick<ExportReport, 'tables' | 'server'>;

/** Writes everything into the open file: plans first, then table after table, each compared while the next is written. */
export async function exportInto(context: ExportContext): Promise<Exported> {
  const { options, partial, snapshot, report } = context;
  const { client } = snapshot;
  await refuseMissing(context);
  const catalog = await readCatalog(client, chosenSchemas(options));
  const chosen = chosenTables(catalog, options, report);
  const planned: PlannedTable[] = [];
  for (const table of chosen) {
    options.signal?.throwIfAborted();
    planned.push(await chooseWays(client, table, fileSchema(options, table.schema), report));
  }
  // Sequences and types of all tables come also where only some tables do: defaults may need them.
  const writing = { options, duck: partial.connection, catalog, report };
  await writeBeforeRows(writing);
  const tables = await writeTables(context, writing, planned);
  if (options.only === undefined) for (const view of catalog.views) await writeView(writing, view);
  const { rows } = await client.query<{ server: string }>(`SELECT current_setting('server_version') AS server`);
  return { tables, server: rows[0]?.server ?? '' };
}

async function refuseMissing({ options, snapshot }: ExportContext): Promise<void> {
  const { rows } = await snapshot.client.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS wanted(name) WHERE NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = name)`,
    [chosenSchemas(options)],
  );
  const [missing] = rows;
  if (missing)
    throw new FluxionError('USAGE', `The database has no schema ${missing.name}; name another with --schema.`);
}
