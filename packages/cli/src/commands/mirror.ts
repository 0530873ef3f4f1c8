import { FluxionError, type ExitCode } from '@fluxion/engine/base';
import {
  declaredName,
  declaredTables,
  declareTables,
  installNotes,
  withdrawTable,
  type MirroredTable,
  type MirrorRequest,
} from '@fluxion/engine/mirror';
import type { CommandContext } from '../command.ts';
import { withDatabase, type Database } from '../database/index.ts';
import {
  askedOf,
  describeReports,
  describeTables,
  exitCodeOf,
  reportsJson,
  reportsOf,
  unitText,
} from '../mirror/index.ts';
import { visible } from '../output/index.ts';

type MirrorContext = CommandContext<'check' | 'unit' | 'noting' | 'mirror-memory'>;

/** `fluxion mirror [VERB [TABLE]...]`: the columnar copy that answers questions of analytics. Exit 3 if a comparison differs. */
export async function run(context: MirrorContext): Promise<ExitCode | void> {
  const asked = askedOf(context.operands, context.options);
  return withDatabase(context, async (database) => {
    await installNotes(database.pool);
    if (asked.verb === 'add') return add(context, database, asked.table);
    if (asked.verb === 'remove') return remove(context, database, asked.name);
    return tell(context, database, asked);
  });
}

async function add({ terminal }: MirrorContext, { pool }: Database, table: MirroredTable): Promise<void> {
  await declareTables(pool, [table]);
  const text = `${visible(table.name)} is mirrored by ${unitText(table.unit)}; \`fluxion up\` copies it, or \`fluxion mirror sync\`.`;
  terminal.result({ text, json: { noting: 'triggers', ...table } });
}

async function remove({ terminal }: MirrorContext, { pool }: Database, name: string): Promise<void> {
  if (!(await withdrawTable(pool, name))) throw new FluxionError('NOT_FOUND', `${visible(name)} is not mirrored.`);
  terminal.result({ text: `${visible(name)} is mirrored no longer.`, json: { name } });
}

async function tell(context: MirrorContext, database: Database, request: MirrorRequest): Promise<ExitCode> {
  const replies = await reportsOf(context, database, request);
  const declared = await declaredTables(database.pool);
  const tables = declared.map((table) => ({ name: declaredName(table), unit: table.unit, noting: table.noting }));
  context.terminal.result({
    text: `${describeTables(tables)}\n\n${describeReports(replies)}`,
    json: { tables, mirrors: reportsJson(replies) },
  });
  return exitCodeOf(replies);
}
