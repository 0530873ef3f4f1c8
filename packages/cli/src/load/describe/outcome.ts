import type { DeliveryReport } from '@fluxion/engine/ingest';
import type { LeftOut } from '@fluxion/engine/sources';

/** What a load did, with what its reports do not know. */
export interface LoadOutcome {
  readonly reports: readonly DeliveryReport[];
  /** Files of the given folders that their feed.json is not about. */
  readonly leftOut: readonly LeftOut[];
  /** Files of rejected lines that were written; undefined: none were asked for. */
  readonly rejectFiles: readonly string[] | undefined;
  readonly dryRun: boolean;
  /** What the deliveries are: files, or answers of a source. */
  readonly noun: 'file' | 'answer';
}

const words: Readonly<Record<DeliveryReport['outcome'], string>> = {
  cargada: 'loaded',
  con_rechazos: 'loaded in part',
  vacia: 'empty',
  igual: 'there already',
  fallida: 'not loaded',
};

/** An outcome in a word or two; what a dry run foresees is said as such. */
export function outcomeWord(outcome: DeliveryReport['outcome'], dryRun: boolean): string {
  if (!dryRun) return words[outcome];
  return outcome === 'fallida' ? 'cannot be loaded' : `would be ${words[outcome]}`;
}
