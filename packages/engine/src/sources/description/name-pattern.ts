import { isBusinessDate } from '../../base/index.ts';
import type { ValueFormats } from './description.ts';
import { didYouMean } from './problems.ts';

/** What the form of a name tells. */
export interface NameParts {
  readonly store?: string;
  /** As the name writes it. */
  readonly date?: string;
}

/** A form of names: `{store}_{date}.csv`, `{store}/{date}.csv`, `ventas_*.csv`. */
export interface NamePattern {
  readonly text: string;
  /** The parts of a path with `/`, of which as many last segments as the form has must match; undefined: it has not this form. */
  match(path: string): NameParts | undefined;
}

const parts: Readonly<Record<string, string>> = {
  store: '[^/]+?',
  date: String.raw`\d{8}|\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{4}`,
};

/**
 * Reads a form: `{store}` and `{date}`, each at most once; `*` for any characters and `?` for one, both without `/`. Case does
 * not count, and a name may also have the ending of a compression behind its own.
 * @returns the form, or what is wrong with it
 */
export function namePattern(text: string): NamePattern | string {
  const seen = new Set<string>();
  let source = '';
  for (const [token, name] of text.normalize().matchAll(/\{([^{}]*)\}|./gsu)) {
    if (name === undefined) {
      source += literal(token);
      continue;
    }
    const part = parts[name];
    if (part === undefined) return `knows no ${token}${didYouMean(name, Object.keys(parts))}`;
    if (seen.has(name)) return `has ${token} twice`;
    seen.add(name);
    source += `(?<${name}>${part})`;
  }
  const expression = new RegExp(`^(?:${source})(?:\\.gz|\\.zst)?$`, 'iu');
  const segments = text.split('/').length;
  return {
    text,
    match(path: string) {
      const found = expression.exec(path.normalize().split('/').slice(-segments).join('/'));
      return found === null ? undefined : { ...found.groups };
    },
  };
}

function literal(character: string): string {
  if (character === '*') return '[^/]*';
  if (character === '?') return '[^/]';
  return character.replace(/[$()*+.?[\\\]^{|}/-]/, String.raw`\$&`);
}

/**
 * The day that a name writes, as YYYY-MM-DD. Without a year in front it needs to be told how days and months are ordered.
 * @returns undefined if it is no day, or its order is not known
 */
export function dateOfName(text: string, order: ValueFormats['dateOrder']): string | undefined {
  const pieces = text.split(/[-_.]/);
  const yearFirst = pieces.length === 3 ? pieces : cut(text, [4, 2, 2]);
  const day = yearFirst[0]?.length === 4 ? dayOf(yearFirst) : undefined;
  if (day !== undefined || order === undefined || order === 'ymd') return day;
  // Eight digits that end in a year of this age or the last are no day with the year in front.
  const [first = '', second = '', year = ''] = pieces.length === 3 ? pieces : cut(text, [2, 2, 4]);
  return dayOf(order === 'dmy' ? [year, second, first] : [year, first, second]);
}

function dayOf([year = '', month = '', day = '']: readonly string[]): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isBusinessDate(date) ? date : undefined;
}

function cut(text: string, lengths: readonly number[]): string[] {
  let at = 0;
  return lengths.map((length) => text.slice(at, (at += length)));
}
