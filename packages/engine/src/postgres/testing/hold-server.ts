/**
 * A process that uses an embedded server, for the tests that kill it: starts the server in the home given as the first
 * argument, prints its URL, and stops it in order at SIGINT or at the end of its standard input. With `leave` as the
 * third argument it ends without stopping.
 */
import { startEmbedded } from '../index.ts';

const [home = '', distribution = '', then] = process.argv.slice(2);
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const server = await startEmbedded({ home, distribution, settings: { fsync: 'off' }, log });

if (then !== 'leave') {
  const end = (): void => {
    process.stdin.destroy();
    void server.stop();
  };
  process.once('SIGINT', end);
  process.stdin.once('end', end).resume();
}
process.stdout.write(`${server.url}\n`);
