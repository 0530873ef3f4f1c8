import type { ExitCode } from '@fluxion/engine/base';
import { migrateSchema } from '@fluxion/engine/postgres';
import {
  addSource,
  findSource,
  listSources,
  removeSource,
  setSourceActive,
  silentStores,
} from '@fluxion/engine/sources';
import type { CommandContext } from '../command.ts';
import { withDatabase, type Database } from '../database/index.ts';
import {
  askedOf,
  definitionOf,
  describeSource,
  describeSources,
  scheduleOf,
  trySource,
  type DefinitionFlag,
  type Verb,
} from '../sources/index.ts';

type SourcesContext = CommandContext<DefinitionFlag | 'store' | 'date' | 'replace'>;
type Work = (context: SourcesContext, database: Database, name: string) => Promise<ExitCode | void>;

const works: Readonly<Record<Exclude<Verb, 'add'>, Work>> = {
  list,
  show,
  test: trySource,
  pause: (context, database, name) => setActive(context, database, name, false),
  resume: (context, database, name) => setActive(context, database, name, true),
  remove,
};

/** `fluxion sources [VERB [NAME]]`: describes the APIs of tills, so that days can be loaded from them. */
export async function run(context: SourcesContext): Promise<ExitCode | void> {
  const { verb, name } = askedOf(context.operands);
  const work = verb === 'add' ? await adding(context) : works[verb];
  return withDatabase(context, async (database) => {
    await migrateSchema(database.pool);
    return work(context, database, name);
  });
}

/** Reads the description before the database is opened. */
async function adding({ options }: SourcesContext): Promise<Work> {
  const { definition, fail } = await definitionOf(options);
  return async ({ terminal }, { pool }, name) => {
    const kept = await addSource(pool, { name, definition, replace: options.replace }, fail);
    const text = `${name} is asked ${scheduleOf(kept)}; \`fluxion sources test ${name} --date YYYY-MM-DD\` shows what it answers.`;
    terminal.result({ text, json: { name, active: kept.active, definition: kept.definition } });
  };
}

async function list({ terminal }: SourcesContext, { pool }: Database): Promise<void> {
  const [sources, silent] = [await listSources(pool), await silentStores(pool)];
  const json = sources.map(({ source, active, definition }) => ({
    ...{ name: source.name, active, definition },
    silent: silent.filter((store) => store.source === source.name),
  }));
  terminal.result({ text: describeSources(sources, silent), json: { sources: json } });
}

async function show({ terminal }: SourcesContext, { pool }: Database, name: string): Promise<void> {
  const [kept, silent] = [await findSource(pool, name), await silentStores(pool, name)];
  const { active, definition } = kept;
  terminal.result({ text: describeSource(kept, silent), json: { name, active, definition, silent } });
}

async function setActive(
  { terminal }: SourcesContext,
  { pool }: Database,
  name: string,
  active: boolean,
): Promise<void> {
  await setSourceActive(pool, name, active);
  const text = `${name} is asked ${scheduleOf(await findSource(pool, name))}.`;
  terminal.result({ text, json: { name, active } });
}

async function remove({ terminal }: SourcesContext, { pool }: Database, name: string): Promise<void> {
  await removeSource(pool, name);
  terminal.result({ text: `${name} is forgotten; what was loaded from it stays.`, json: { name } });
}
