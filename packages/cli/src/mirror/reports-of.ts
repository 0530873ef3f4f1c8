import { askMirrors, type MirrorReply, type MirrorRequest } from '@fluxion/engine/mirror';
import type { CommandContext } from '../command.ts';
import type { Database } from '../database/index.ts';
import { whoText } from './describe-status.ts';
import { withOwnMirror } from './own-mirror.ts';

/**
 * Has a request done by every process that has a mirror of the database open; where there is none, by this one, which opens
 * its own for as long. The mere question how the mirrors are is not worth opening one: then the list is empty.
 */
export async function reportsOf(
  context: CommandContext<'mirror-memory'>,
  database: Database,
  request: MirrorRequest,
): Promise<readonly MirrorReply[]> {
  const { terminal, signal } = context;
  const replies = await askMirrors(database.pool, request, {
    signal,
    onProgress: (who, line) => terminal.note(`${whoText(who)}: ${line}`),
  });
  const isQuestion = request.verb === 'status' && !request.check;
  return replies.length > 0 || isQuestion ? replies : [await withOwnMirror(context, database, request)];
}
