/**
 * `npm run image:trial`: does what the Dockerfile says, as far as that can be done without Docker, and tries the result: its
 * size, and that it works read-only as an ordinary user beside a PostgreSQL. Exit 1 if it does not.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@fluxion/engine/postgres';
import { assemble } from './image/assemble.ts';
import { bytesOf, runContained, serveContained, type Container } from './image/contained.ts';

/** What an image may be as a whole. */
const limitMb = 400;
/** node:22-slim, unpacked, as `docker images` has shown it: labs.iximiuz.com/tutorials/how-to-choose-nodejs-container-image. */
const baseMb = 220;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const problems: string[] = [];

function expectThat(holds: boolean, what: string, otherwise = ''): void {
  say(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) problems.push(`${what}\n${otherwise}`);
}

function measure(image: string): void {
  const megabytes = bytesOf(image) / 1e6;
  const sum = megabytes + baseMb;
  const figures = `${megabytes.toFixed(0)} MB of Fluxion and ${baseMb} MB of node:22-slim`;
  expectThat(sum < limitMb, `the image has less than ${limitMb} MB: ${figures}`);
}

async function tryOut(container: Container): Promise<void> {
  const alone = await runContained({ ...container, databaseUrl: undefined }, ['up']);
  const saysSo = alone.exitCode === 5 && alone.printed.includes('DATABASE_URL');
  expectThat(saysSo, 'without DATABASE_URL it says what to do, and ends with exit code 5', alone.printed);
  let token = '';
  for (const words of [['demo', '--rows', '20000'], ['work'], ['token']]) {
    const { exitCode, printed } = await runContained(container, words);
    expectThat(exitCode === 0, `fluxion ${words.join(' ')}`, printed);
    token = /^fx_[\w-]+$/m.exec(printed)?.[0] ?? token;
  }
  const { exitCode, printed } = await serveContained(container, async (origin) => {
    for (const path of [
      '/health',
      '/ready',
      '/app/',
      '/openapi.json',
      '/ventas?formato=xlsx&fecha_inicio=2020-01-01',
    ]) {
      const { status } = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
      expectThat(status === 200, `GET ${path}: ${status}`);
    }
  });
  expectThat(exitCode === 0, 'fluxion up, which SIGTERM ends in order', printed);
}

const scratch = mkdtempSync(join(tmpdir(), 'fluxion-image-'));
say(`node ${process.versions.node}, in ${scratch}`);
const server = await startEmbedded({ home: join(scratch, 'postgres') });
try {
  const image = assemble(join(import.meta.dirname, '..'), scratch, say);
  measure(image);
  const home = join(scratch, 'data');
  mkdirSync(home);
  // Read-only, and the image's user must get at it: mkdtemp lets nobody else in.
  execFileSync('chmod', ['-R', 'a-w,a+rX', image]);
  execFileSync('chmod', ['a+rwx', home]);
  execFileSync('chmod', ['a+x', scratch]);
  await tryOut({ image, home, databaseUrl: server.url });
} catch (error) {
  problems.push(String(error));
} finally {
  await server.stop();
  execFileSync('chmod', ['-R', 'u+w', scratch]);
  rmSync(scratch, { recursive: true });
}
for (const problem of problems) say(`\n${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
