import { readFileSync } from 'node:fs';
import { readEnvironment } from './config.ts';
import { run } from './run.ts';

const manifest: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

// A reader that has seen enough (`fluxion --help | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: readEnvironment(),
  signals: process,
  version: manifest.version,
  exit: (code) => process.exit(code),
});
// Everything has been closed by now; whatever a library may still hold open must not keep the process alive.
process.stdout.write('', () => process.exit(exitCode));
