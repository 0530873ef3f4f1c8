import { FluxionError, present } from '@fluxion/engine/base';
import type { FileFlags } from '@fluxion/engine/sources';
import type { OptionName, OptionValues } from '../options/index.ts';

/** What is said of files only: a source has its own description. */
export const flagsOfFiles = [
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

/** The flags that say how files are to be understood. */
export type FlagName = (typeof flagsOfFiles)[number] | 'store' | 'date';

/** What the command line says of the files, as feed.json would. @throws FluxionError USAGE */
export function fileFlags(options: OptionValues<FlagName>): FileFlags {
  const { feed, store, date, timezone, describe, encoding, delimiter, sheet } = options;
  const formats = present({ date: options['date-format'], decimal: options.decimal });
  return {
    ...present({ feed, store, date, timezone, describe, encoding, delimiter, sheet, rows: options['rows-path'] }),
    ...(options['no-header'] ? { header: false } : {}),
    columns: pairs('--column OURS=THEIRS', options.column),
    constants: pairs('--constant OURS=VALUE', options.constant),
    formats,
  };
}

/** Texts `OURS=OTHER` by our field. */
function pairs(form: string, texts: readonly string[]): Record<string, string> {
  const found = new Map<string, string>();
  const [flag] = form.split(' ');
  for (const text of texts) {
    const [, field = '', other = ''] = /^([^=]*)=(.*)$/s.exec(text)?.map((part) => part.trim()) ?? [];
    if (field === '' || (other === '' && flag === '--column')) {
      throw new FluxionError('USAGE', `${form} cannot be read from "${text}"`);
    }
    if (found.has(field)) throw new FluxionError('USAGE', `${flag} tells ${field} twice`);
    found.set(field, other);
  }
  return Object.fromEntries(found);
}
