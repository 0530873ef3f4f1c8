import { connect } from 'node:net';
import { withPassword } from '@fluxion/engine/postgres';
import type { CommandContext } from '../command.ts';
import { withDatabase } from '../database/index.ts';

/** `fluxion url`: prints the database's URL, for psql and for other programs. */
export async function run(context: CommandContext): Promise<void> {
  const { url, embedded } = await withDatabase(context, async (database) => ({
    url: await withPassword(database.url),
    embedded: database.embeddedIn !== undefined,
  }));
  // The embedded server stops with its last user, which may have been this command.
  const running = !embedded || (await answers(url));
  if (!running) context.terminal.note('The server is not running now; `fluxion up` keeps it running.');
  context.terminal.result({ text: url, json: { url, embedded, running } });
}

function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 5432) });
    const done = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
  });
}
