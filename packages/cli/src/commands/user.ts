import { FluxionError } from '@fluxion/engine/base';
import {
  changePerson,
  createLink,
  createPerson,
  listPeople,
  personWithMail,
  recordAudit,
  removeFactor,
  storeNamed,
  type AuditEntry,
  type Person,
} from '@fluxion/engine/operations';
import { migrateSchema } from '@fluxion/engine/postgres';
import type { CommandContext } from '../command.ts';
import { withDatabase, type Database } from '../database/index.ts';
import { askedOf, describeLink, describePeople, type Verb } from '../people/index.ts';

type UserContext = CommandContext<'full-name' | 'role' | 'user-store'>;
type Work = (context: UserContext, database: Database, mail: string) => Promise<void>;

const works: Readonly<Record<Verb, Work>> = {
  add,
  list,
  link: async (context, database, mail) => giveLink(context, database, await named(database, mail)),
  reset,
  disable: (context, database, mail) => setActive(context, database, mail, false),
  enable: (context, database, mail) => setActive(context, database, mail, true),
};

/** `fluxion user [VERB [MAIL]]`: who may sign in; whoever can reach the database may. */
export function run(context: UserContext): Promise<void> {
  const { verb, mail } = askedOf(context.operands);
  return withDatabase(context, async (database) => {
    await migrateSchema(database.pool);
    await works[verb](context, database, mail);
  });
}

async function named({ pool }: Database, mail: string): Promise<Person> {
  const person = await personWithMail({ db: pool }, mail);
  if (person !== undefined) return person;
  throw new FluxionError(
    'NOT_FOUND',
    `There is nobody with the mail address "${mail}"; \`fluxion user\` lists everybody.`,
  );
}

/** Nobody is signed in here: the log tells that it was done with the database at hand. */
function tell({ pool }: Database, { action, object, detail }: AuditEntry): Promise<void> {
  return recordAudit({ ctx: { db: pool }, input: { action, object, detail: { ...detail, con: 'fluxion user' } } });
}

async function add(context: UserContext, database: Database, mail: string): Promise<void> {
  const { role, 'full-name': name = mail, 'user-store': stores } = context.options;
  if (role === undefined) throw new FluxionError('USAGE', '`fluxion user add` needs a --role');
  const ctx = { db: database.pool };
  if ((await personWithMail(ctx, mail)) !== undefined) {
    throw new FluxionError(
      'INVALID_INPUT',
      `${mail} is there already; \`fluxion user link ${mail}\` lets them choose a new password.`,
    );
  }
  const ubicaciones = await Promise.all(stores.map((store) => storeNamed(ctx, store)));
  const id = await createPerson({ ctx, input: { correo: mail, nombre: name, rol: role, ubicaciones } });
  await tell(database, {
    action: 'usuario',
    object: id,
    detail: { hecho: 'alta', correo: mail, rol: role, ubicaciones },
  });
  await giveLink(context, database, { id, correo: mail });
}

async function list({ terminal }: UserContext, { pool }: Database): Promise<void> {
  const people = await listPeople({ ctx: { db: pool }, input: { limit: 100_000 } });
  terminal.result({ text: describePeople(people), json: { people } });
}

async function giveLink(
  { terminal }: UserContext,
  database: Database,
  { id, correo }: Pick<Person, 'id' | 'correo'>,
): Promise<void> {
  const created = await createLink({ ctx: { db: database.pool }, input: { userId: id } });
  if (created === undefined) {
    throw new FluxionError('INVALID_INPUT', `${correo} is disabled; \`fluxion user enable ${correo}\` changes that.`);
  }
  const { link, expires } = created;
  await tell(database, { action: 'enlace', object: id });
  terminal.result({ text: describeLink(correo, link, expires), json: { id, mail: correo, link, expires } });
}

/** For somebody who has lost their second factor too. */
async function reset(context: UserContext, database: Database, mail: string): Promise<void> {
  const person = await named(database, mail);
  await removeFactor({ ctx: { db: database.pool }, input: { userId: person.id } });
  await tell(database, { action: 'segundo_factor', object: person.id, detail: { hecho: 'quitado' } });
  await giveLink(context, database, person);
}

async function setActive({ terminal }: UserContext, database: Database, mail: string, activo: boolean): Promise<void> {
  const { id, correo } = await named(database, mail);
  const change = await changePerson({ ctx: { db: database.pool }, input: { id, activo } });
  if (change === 'last administrator') {
    throw new FluxionError('INVALID_INPUT', `${correo} is the last administrator; add another one first.`);
  }
  await tell(database, { action: 'usuario', object: id, detail: { hecho: 'cambio', activo } });
  const text = activo
    ? `${correo} may sign in again.`
    : `${correo} can no longer sign in; their sessions and keys have ended.`;
  terminal.result({ text, json: { id, mail: correo, active: activo } });
}
