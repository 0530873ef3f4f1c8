/**
 * Letters with a mark, upper and lower, and the letter that each is searched as. PostgreSQL's own `unaccent` is an
 * extension, and `lower` knows ASCII alone in a C locale and more elsewhere: this list makes a search the same on every
 * server, and in DuckDB.
 */
const folded: readonly (readonly [string, string])[] = [
  ['a', 'áàâäãåāăąÁÀÂÄÃÅĀĂĄ'],
  ['c', 'çćčÇĆČ'],
  ['e', 'éèêëēĕėęěÉÈÊËĒĔĖĘĚ'],
  ['i', 'íìîïĩīĭįÍÌÎÏĨĪĬĮİ'],
  ['n', 'ñńňÑŃŇ'],
  ['o', 'óòôöõøōŏőÓÒÔÖÕØŌŎŐ'],
  ['s', 'śšşŚŠŞ'],
  ['u', 'úùûüũūŭůűÚÙÛÜŨŪŬŮŰ'],
  ['y', 'ýÿÝŸ'],
  ['z', 'źżžŹŻŽ'],
];
/** The marks of decomposed letters (n + ◌̃): `translate` deletes what has no counterpart. */
const combiningMarks = '\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328';
const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** Kept as they are. PostgreSQL's `translate` looks through its list for each character: what texts mostly hold stands first. */
const kept = ' eaoinrlstducmpgbhvfqyjzxkw0123456789';

const from = kept + alphabet.toUpperCase() + folded.map(([, letters]) => letters).join('') + combiningMarks;
const to = kept + alphabet + folded.map(([letter, letters]) => letter.repeat(letters.length)).join('');

/**
 * SQL that turns a text into what searches compare: without case and without accents, in the words that both engines know.
 * Most texts are ASCII, and without `translate` those are much faster.
 */
export function foldSql(text: string): string {
  return `CASE WHEN bit_length(${text}) = 8 * length(${text}) THEN lower(${text} COLLATE "C") ELSE translate(${text}, '${from}', '${to}') END`;
}

/** The same of a text that is at hand. */
export function foldText(text: string): string {
  const fold = (character: string) => {
    const place = from.indexOf(character);
    return place < 0 ? character : to.charAt(place);
  };
  return Array.from(text, fold).join('');
}

/**
 * The words of a search, folded, as LIKE patterns that find them anywhere in a folded text; no character of theirs is a
 * wildcard. Their escape is the backslash.
 */
export function wordPatterns(search: string): readonly string[] {
  const words = foldText(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}
