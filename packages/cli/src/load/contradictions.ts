import { FluxionError, isBusinessDate } from '@fluxion/engine/base';
import { flagOf, type OptionName, type OptionValues } from '../options/index.ts';

/** What is said of files only: a source has its own description. */
const ofFiles = [
  'feed',
  'timezone',
  'describe',
  'column',
  'constant',
  'encoding',
  'delimiter',
  'decimal',
  'date-format',
  'no-header',
  'sheet',
  'rows-path',
] as const satisfies readonly OptionName[];

type Asked = OptionValues<(typeof ofFiles)[number] | 'source' | 'date' | 'dry-run'>;

/**
 * Refuses a call that asks for files and a source, or for neither, before anything is opened.
 * @throws FluxionError USAGE with one sentence that says what to do
 */
export function refuseContradictions(options: Asked, paths: readonly string[]): void {
  const { source, date } = options;
  const refuse = (sentence: string, details: readonly string[] = []) => {
    throw new FluxionError('USAGE', sentence, { details });
  };
  if (source === undefined) {
    if (paths.length > 0) return;
    refuse('`fluxion load` needs a PATH..., or --source NAME', ['`fluxion load --help` shows what it takes.']);
  }
  if (paths.length > 0) refuse('--source asks an HTTP source in the place of files: leave out one of them');
  if (date === undefined || !isBusinessDate(date)) {
    refuse('--source needs the day that is asked for: --date YYYY-MM-DD');
  }
  const foreign = ofFiles.find((name) => {
    const value = options[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  });
  if (foreign !== undefined) refuse(`--${flagOf(foreign)} is about files: of a source its description says so`);
  if (options['dry-run']) refuse('--dry-run is for files: `fluxion sources` shows what a source answers');
}
