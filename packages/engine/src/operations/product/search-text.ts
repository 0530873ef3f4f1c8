/**
 * Letters with a mark, upper and lower, and the letter that each is searched as. PostgreSQL's own `unaccent` is an
 * extension, and `lower` of a C locale knows ASCII alone: this list makes a search the same on every server.
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

const from = folded.map(([, letters]) => letters).join('') + combiningMarks;
const to = folded.map(([letter, letters]) => letter.repeat(letters.length)).join('');

/**
 * SQL that turns a text into what searches compare: without case and without accents. Most texts are ASCII, and
 * without `translate` those are much faster.
 */
export function foldSql(text: string): string {
  return `lower(CASE WHEN octet_length(${text}) = length(${text}) THEN ${text} ELSE translate(${text}, '${from}', '${to}') END)`;
}

/** The words of a search as LIKE patterns that find them anywhere; no character of theirs is a wildcard. */
export function wordPatterns(search: string): readonly string[] {
  const words = search.split(/\s+/u).filter((word) => word !== '');
  return words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}
