import { stat, writeFile } from 'node:fs/promises';
import { errorTable, FluxionError, messageOf } from '@fluxion/engine/base';
import type { Outcome } from '../transfer/index.ts';
import { failurePage, outcomePage, runningPage, type Failure } from './pages.ts';

/** Which report is wanted, of what. */
interface ReportWish {
  readonly path: string;
  /** The DuckDB file that is migrated. */
  readonly file: string;
  /** Fluxion's. */
  readonly version: string;
}

/**
 * Does `work` and writes a page about it, whatever comes of it. The file is written before the work begins, with a page that
 * says that it is under way: whether it can be written is not to be found out after hours, and a killed process leaves that.
 * @throws FluxionError INVALID_INPUT if it cannot be written, is no .html file or is the source itself; and whatever `work`
 * throws
 */
export async function withReport(wish: ReportWish, work: () => Promise<Outcome>): Promise<Outcome> {
  const { path, file, version } = wish;
  if (!/\.html?$/i.test(path))
    throw refusal(`--report writes an HTML page: give a name that ends in .html, not ${path}.`);
  if (await isSameFile(path, file)) throw refusal('--report names the file that is migrated. Give another name.');
  const beginning = { file, started: new Date(), version };
  await writeFile(path, runningPage(beginning)).catch((error: unknown) => {
    throw refusal(`The report cannot be written: ${messageOf(error)}. Give another name with --report.`);
  });
  const outcome = await work().catch(async (error: unknown) => {
    // The failure itself is what is to be told: a second one, of the page, would hide it.
    await writeFile(path, failurePage(beginning, failureOf(error), new Date())).catch(() => {});
    throw error;
  });
  await writeFile(path, outcomePage(outcome, version)).catch((error: unknown) => {
    const message = `The migration has come to its end, but its report cannot be written: ${messageOf(error)}.`;
    throw new FluxionError('INTERNAL', message, { cause: error });
  });
  return outcome;
}

function failureOf(error: unknown): Failure {
  const foreseen = error instanceof FluxionError;
  return {
    message: messageOf(error),
    details: foreseen ? error.details : [],
    advice: errorTable[foreseen ? error.code : 'INTERNAL'].manual,
    interrupted: foreseen && error.code === 'INTERRUPTED',
  };
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}

function refusal(message: string): FluxionError {
  return new FluxionError('INVALID_INPUT', message);
}
