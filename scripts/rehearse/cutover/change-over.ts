import type { ChainFile } from '../lib/chain.ts';
import { startFluxion, succeeded } from '../lib/programs.ts';
import { withPool, type RehearsalOptions } from '../lib/rehearsal.ts';
import type { OldSystem } from './start-old-system.ts';

/** A chain's old database, and its new one, which is served already though nobody uses it yet. */
export interface Sides {
  readonly chain: ChainFile;
  readonly url: string;
  /** Where the new one is served. */
  readonly origin: string;
}

/** One way to change over. */
export interface Way {
  readonly name: string;
  readonly old: OldSystem;
  /** Of the last pass. */
  readonly flags: readonly string[];
}

/** Stops the old system, brings the last differences, and looks whether the new one is ready. @returns lines that the old one wrote */
export async function changeOver({ steps }: RehearsalOptions, sides: Sides, way: Way): Promise<number> {
  const { name, flags } = way;
  const command = ['migrate', sides.chain.file, '--database', sides.url, '--resume', '--changed', ...flags];
  const began = performance.now();
  const lines = await steps.time(`${name}: the old system stops writing and closes its file`, () => way.old.stop());
  const last = () => startFluxion(command).ended;
  const ended = await steps.time(`${name}: fluxion ${['migrate FILE', ...command.slice(4)].join(' ')}`, last);
  const pieces = /.*pieces.*/.exec(succeeded(ended))?.[0]?.trim();
  const ready = await steps.time(`${name}: the new one is ready`, () => fetch(new URL('/ready', sides.origin)));
  const seconds = (performance.now() - began) / 1000;
  steps.check(`${name}: read-only time ${seconds.toFixed(1)} s`, ready.status === 200, pieces);
  return lines;
}

/** Compares the whole file with the new database. @param lines that were written to the file since it was made */
export async function proveAll({ steps }: RehearsalOptions, { chain, url }: Sides, lines: number): Promise<void> {
  const { rows } = await withPool(url, (pool) => pool.query<{ n: string }>('SELECT count(*) AS n FROM ventas_raw'));
  const found = Number(rows[0]?.n);
  steps.check('every line is there', found === chain.rows + lines, `${found}, ${lines} of them written meanwhile`);
  const verify = () => startFluxion(['verify', chain.file, '--database', url]).ended;
  const { exitCode } = await steps.time('fluxion verify FILE', verify);
  steps.check('fluxion verify finds no difference', exitCode === 0);
}
