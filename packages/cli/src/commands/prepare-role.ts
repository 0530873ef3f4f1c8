import { exitCodes, FluxionError, type ExitCode } from '@fluxion/engine/base';
import { prepareRole } from '@fluxion/engine/postgres';
import type { CommandContext } from '../command.ts';
import { describeRole, isEnough, withDatabase } from '../database/index.ts';

/** `fluxion prepare-role`: the role that Fluxion is to sign in as, made by an administrator. Exit 3 if it lacks a right. */
export async function run(context: CommandContext<'for'>): Promise<ExitCode> {
  const { options, terminal, signal } = context;
  const { database, for: url } = options;
  if (database === undefined) {
    const advice = 'the role of the PostgreSQL that ships with Fluxion is an ordinary one already';
    throw new FluxionError('USAGE', `Give --database or DATABASE_URL the address of an administrator; ${advice}.`);
  }
  if (url === undefined) {
    throw new FluxionError('USAGE', 'Give --for or FLUXION_ROLE_URL the address that Fluxion is to use.');
  }
  return withDatabase(context, async ({ pool }) => {
    const prepared = await prepareRole({ administrator: pool, url, signal });
    terminal.result({ text: describeRole(prepared), json: prepared });
    return isEnough(prepared) ? exitCodes.done : exitCodes.differs;
  });
}
