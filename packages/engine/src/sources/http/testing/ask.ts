import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FluxionError } from '../../../base/index.ts';
import { askedOf } from '../ask/asked-of.ts';
import { askPages } from '../ask/ask-pages.ts';
import { sourceOf } from '../define/source-of.ts';
import { FakeClock } from '#testing/fake-clock.ts';

/** A folder that is gone when the test has ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-http-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A source by its description, of which `url` is all that is needed. */
export function testSource(entry: object) {
  return sourceOf('cajas', { feed: 'ventas', stores: ['T1'], ...entry }, (path, problem) => {
    return new FluxionError('INVALID_INPUT', `${path} ${problem}`);
  });
}

export interface TestQuestion {
  readonly clock?: FakeClock;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Asks a source for store T1's 1 May 2024, and gives back what came, with the file's text. */
export async function askTestSource(entry: object, question: TestQuestion = {}) {
  const { clock = new FakeClock(), secrets = {}, signal = new AbortController().signal } = question;
  const options = {
    source: testSource(entry),
    store: { id: 'T1', codigo: '01' },
    date: '2024-05-01',
    folder: await temporaryFolder(),
    secrets: (name: string) => secrets[name],
    clock,
    signal,
  };
  const pages = await askPages({ ...options, asked: askedOf(options) });
  return { ...pages, text: await readFile(pages.path, 'utf8') };
}
