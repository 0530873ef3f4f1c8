import { FluxionError } from '@fluxion/engine/base';
import type { OptionValues } from '../options/index.ts';

/** Those of migrate's options that do not go with each other at will. */
export type Switches = OptionValues<
  'dry-run' | 'resume' | 'changed' | 'replace' | 'on-loss' | 'rejects' | 'only' | 'exclude'
>;

/** What the options must not be together, and the sentence that says so. */
const contradictions: readonly [sentence: string, holds: (options: Switches) => boolean][] = [
  ['--changed goes with --resume: it tells how to go on with a file that has changed.', (o) => o.changed && !o.resume],
  ['--resume goes on with what is there, --replace takes it away: give one of them.', (o) => o.resume && o.replace],
  ['--dry-run plans a migration from its beginning: leave out --resume.', (o) => o['dry-run'] && o.resume],
  [
    '--rejects names the folder of --on-loss reject: give both or neither.',
    // A migration that goes on keeps to what it was told at first.
    (o) => o.rejects !== undefined && o['on-loss'] !== 'reject' && !(o.resume && o['on-loss'] === undefined),
  ],
];

/**
 * Refuses options that make no sense together, before anything is opened.
 * @throws FluxionError USAGE with one sentence that says what to do
 */
export function refuseContradictions(options: Switches): void {
  const sentence = contradictions.find(([, holds]) => holds(options))?.[0];
  if (sentence !== undefined) throw new FluxionError('USAGE', sentence);
  const both = options.only.find((table) => options.exclude.includes(table));
  if (both !== undefined) throw new FluxionError('USAGE', `--only and --exclude both name ${both}: leave one out.`);
}
