import { FluxionError } from '../../base/index.ts';
import type { Description } from './description.ts';
import type { FeedRule } from './feed-file.ts';
import { dateOfName } from './name-pattern.ts';
import type { Told } from './told.ts';

/**
 * What is known of a file: the flags win over feed.json, and that over the file's path.
 * @throws FluxionError FEED_UNREADABLE if the name has not the form that feed.json says
 */
export function describe(path: string, rule: FeedRule | undefined, flags: Told): Description {
  const said = rule?.told;
  const named = rule === undefined ? {} : partsOf(path, rule, flags);
  const storeBesideFlags = said?.store ?? named.store;
  const store = flags.store ?? storeBesideFlags;
  const date = flags.date ?? said?.date ?? named.date;
  return {
    ...withoutOrigins(said),
    ...withoutOrigins(flags),
    ...(store === undefined ? {} : { store, createsStore: store === storeBesideFlags }),
    ...(date === undefined ? {} : { date }),
    columns: { ...without(said?.columns, flags.constants), ...flags.columns },
    constants: { ...without(said?.constants, flags.columns), ...flags.constants },
    defaults: { ...said?.defaults, ...flags.defaults },
    values: { ...said?.values, ...flags.values },
    file: { ...said?.file, ...flags.file },
    parts: flags.parts ?? said?.parts ?? false,
    partial: flags.partial ?? said?.partial ?? false,
    origins: {
      ...originOf('store', flags, said, named),
      ...originOf('date', flags, said, named),
    },
  };
}

function withoutOrigins({ feed, timezone }: Pick<Told, 'feed' | 'timezone'> = {}): Pick<
  Description,
  'feed' | 'timezone'
> {
  return { ...(feed === undefined ? {} : { feed }), ...(timezone === undefined ? {} : { timezone }) };
}

interface Named {
  readonly store?: string;
  readonly date?: string;
}

function partsOf(path: string, { name, place, told }: FeedRule, flags: Told): Named {
  if (name === undefined) return {};
  const found = name.match(path);
  if (found === undefined) {
    throw new FluxionError('FEED_UNREADABLE', `${path} is not named as ${place} says ("name": "${name.text}").`);
  }
  const { store, date } = found;
  if (date === undefined) return { ...(store === undefined ? {} : { store }) };
  const day = dateOfName(date, flags.values.dateOrder ?? told.values.dateOrder);
  if (day !== undefined) return { ...(store === undefined ? {} : { store }), date: day };
  const problem = `${path}: "${date}" in its name is no day as YYYY-MM-DD or YYYYMMDD`;
  const hint = 'where the year is last, "formats": {"date": "D/M/Y"} or "M/D/Y" says how it is written';
  throw new FluxionError('FEED_UNREADABLE', `${problem}; ${hint}.`);
}

function originOf(what: 'store' | 'date', flags: Told, said: Told | undefined, named: Named): Description['origins'] {
  if (flags[what] !== undefined) return { [what]: `--${what}` };
  if (said?.[what] !== undefined) return { [what]: 'feed.json' };
  return named[what] === undefined ? {} : { [what]: "the file's name" };
}

/** What is told of fields of which nothing else is told elsewhere. */
function without<T>(record: Readonly<Record<string, T>> = {}, other: object): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !Object.hasOwn(other, field)));
}
