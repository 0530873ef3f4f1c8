import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from './damages.ts';
import type { Reading } from './reader.ts';

/** What became of an attempt: what was read or said, or how the process that tried came to its end. */
export type Attempt = Reading | { readonly outcome: 'crashed'; readonly signal: string } | { readonly outcome: 'hung' };

/** Far more than any of these files takes, on a machine that does ten other things. */
const patienceMs = 120_000;

/** Reads database files in a process of their own, which is started again whenever one has crashed it. */
export class FileTrial {
  readonly #folder = mkdtempSync(join(tmpdir(), 'fluxion-trial-'));
  #reader: ChildProcess | undefined;
  #tried = 0;

  async read({ file, log }: Files): Promise<Attempt> {
    // A name of its own: DuckDB may still hold the last one's.
    this.#tried += 1;
    const path = join(this.#folder, `${this.#tried}.duckdb`);
    writeFileSync(path, file);
    writeFileSync(`${path}.wal`, log);
    const reader = (this.#reader ??= startReader());
    const attempt = await attemptOf(reader, path);
    if (attempt.outcome === 'crashed' || attempt.outcome === 'hung') this.#reader = undefined;
    rmSync(path);
    rmSync(`${path}.wal`, { force: true });
    return attempt;
  }

  close(): void {
    this.#reader?.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function startReader(): ChildProcess {
  const program = fileURLToPath(new URL('reader.ts', import.meta.url));
  return fork(program, [], {
    execArgv: ['--conditions=source', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function attemptOf(reader: ChildProcess, path: string): Promise<Attempt> {
  return new Promise((resolve) => {
    const end = (attempt: Attempt) => {
      clearTimeout(patience);
      reader.off('message', onReading).off('exit', onExit);
      resolve(attempt);
    };
    const onReading = (reading: Reading) => end(reading);
    const onExit = (code: number | null, signal: string | null) =>
      end({ outcome: 'crashed', signal: signal ?? `exit ${code}` });
    const patience = setTimeout(() => {
      reader.kill('SIGKILL');
      end({ outcome: 'hung' });
    }, patienceMs);
    reader.once('message', onReading).once('exit', onExit);
    reader.send(path);
  });
}
