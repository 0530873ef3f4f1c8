import { FluxionError, isBusinessDate } from '@fluxion/engine/base';
import { flagOf, type OptionValues } from '../options/index.ts';
import { flagsOfFiles } from './flags.ts';

type FlagOfFiles = (typeof flagsOfFiles)[number];
type Options = OptionValues<FlagOfFiles | 'source' | 'date'>;

/** An HTTP source, and the day that it is asked for. */
export interface AskedSource {
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/**
 * The source that a call asks for in the place of files; undefined if it names files.
 * @throws FluxionError USAGE if it asks for both or for neither, or says of a source what only a file needs
 */
export function askedSource(options: Options, paths: readonly string[]): AskedSource | undefined {
  const { source, date } = options;
  if (source === undefined) {
    if (paths.length > 0) return undefined;
    const details = ['`fluxion load --help` shows what it takes.'];
    throw new FluxionError('USAGE', '`fluxion load` needs a PATH, or --source NAME', { details });
  }
  const foreign = flagsOfFiles.find((name) => isGiven(options[name]));
  if (paths.length > 0) throw usage('--source asks an HTTP source in the place of files: leave one of them out');
  if (foreign !== undefined) throw usage(`--${flagOf(foreign)} is about files; a source's own description says it`);
  if (date !== undefined && isBusinessDate(date)) return { source, date };
  throw usage('--source needs the day that it is asked for: --date YYYY-MM-DD');
}

function isGiven(value: Options[FlagOfFiles]): boolean {
  return typeof value === 'object' ? value.length > 0 : value !== undefined && value !== false;
}

function usage(sentence: string): FluxionError {
  return new FluxionError('USAGE', sentence);
}
