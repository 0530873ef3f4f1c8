import { FluxionError, nearest } from '@fluxion/engine/base';
import type { MirrorRequest, MirroredTable } from '@fluxion/engine/mirror';
import type { OptionValues } from '../options/index.ts';

/** What a command line wants of the mirror. */
export type Asked =
  | MirrorRequest
  | { readonly verb: 'add'; readonly table: MirroredTable }
  | { readonly verb: 'remove'; readonly name: string };

type Flag = 'check' | 'unit' | 'noting';

/** How many tables a verb names, and which flags are its own. */
const verbs = {
  status: { tables: 'none', flags: ['check'] },
  sync: { tables: 'none', flags: ['check'] },
  rebuild: { tables: 'any', flags: ['check'] },
  add: { tables: 'one', flags: ['unit', 'noting'] },
  remove: { tables: 'one', flags: [] },
} as const satisfies Record<string, { tables: 'none' | 'one' | 'any'; flags: readonly Flag[] }>;
type Verb = keyof typeof verbs;

const details = ['`fluxion mirror --help` shows what it takes.'];

/** @throws FluxionError USAGE for another verb, tables or flags that do not belong to it, and a table that is missing */
export function askedOf(operands: readonly string[], options: OptionValues<Flag>): Asked {
  const [verb = 'status', ...tables] = operands;
  if (!isVerb(verb)) {
    const guess = nearest(verb, Object.keys(verbs));
    const hint = guess === undefined ? `it is one of ${Object.keys(verbs).join(', ')}` : `did you mean ${guess}?`;
    throw usage(`\`fluxion mirror\` cannot ${verb}; ${hint}`);
  }
  refuseForeignFlags(verb, options);
  const name = onlyTable(verb, tables);
  if (verb === 'remove') return { verb, name };
  if (verb !== 'add') return { verb, tables, check: options.check };
  const unit = options.unit.flatMap((columns) => columns.split(',')).map((column) => column.trim());
  if (unit.includes('')) throw usage(`--unit COLUMN,COLUMN cannot be read from "${options.unit.join(' ')}"`);
  return { verb, table: { name, unit, ...(options.noting === undefined ? {} : { noting: options.noting }) } };
}

/** The table that the verb is about; '' for a verb that is not about one. */
function onlyTable(verb: Verb, tables: readonly string[]): string {
  const [first, second] = tables;
  const surplus = { none: first, one: second, any: undefined }[verbs[verb].tables];
  if (surplus !== undefined) throw usage(`\`fluxion mirror ${verb}\` does not know what to do with "${surplus}"`);
  if (verbs[verb].tables !== 'one') return '';
  if (first === undefined) throw usage(`\`fluxion mirror ${verb}\` needs a TABLE`);
  return first;
}

function refuseForeignFlags(verb: Verb, { check, unit, noting }: OptionValues<Flag>): void {
  const given = { check, unit: unit.length > 0, noting: noting !== undefined };
  const own: readonly string[] = verbs[verb].flags;
  const foreign = Object.entries(given).find(([flag, isGiven]) => isGiven && !own.includes(flag));
  if (foreign) throw usage(`\`fluxion mirror ${verb}\` takes no --${foreign[0]}`);
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(verbs, word);
}

function usage(message: string): FluxionError {
  return new FluxionError('USAGE', message, { details });
}
