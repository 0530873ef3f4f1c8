import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tellCrash } from './crash.ts';
import { guardedEnvironment, isGuarded, readEnvironment } from './config.ts';
import { Guard, guardedProcess } from './guard/index.ts';
import { printFailure, run, type World } from './run.ts';

const manifest: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const args = process.argv.slice(2);
/** The same program with the same command line; not through whatever started this one, which has done its part. */
/** Rows leave little for the collector, whose helper threads would only take turns with the work on a small machine. */
const execArgv = [...process.execArgv, '--single-threaded-gc'];
const startAgain = () => fork(fileURLToPath(import.meta.url), args, { env: guardedEnvironment(), execArgv });
const world: World = {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: readEnvironment(),
  signals: process,
  version: manifest.version,
  exit: (code) => process.exit(code),
  ...(isGuarded() ? { guarded: guardedProcess(process) } : { guard: new Guard(startAgain) }),
};

// A reader that has seen enough (`fluxion --help | head`) is no error; nor is a terminal that was closed.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.stderr.on('error', () => {});
// What fails outside of any command's own chain of promises.
process.once('uncaughtException', (error) => {
  const exitCode = printFailure(error, args, world);
  void tellCrash(error).then(() => process.exit(exitCode));
});

const exitCode = await run(args, world);
world.guarded?.ends(exitCode);
// Everything has been closed by now; whatever a library may still hold open must not keep the process alive.
process.stdout.write('', () => process.exit(exitCode));
