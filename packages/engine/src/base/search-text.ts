/**
 * The ways of writing a letter that a search takes for the same: PostgreSQL's own `unaccent` is an extension, and what
 * ignores case differs by locale and by engine; this list makes a search the same on every server, and in DuckDB.
 */
const marked: Readonly<Record<string, string>> = {
  a: 'áàâäãåāăąÁÀÂÄÃÅĀĂĄ',
  c: 'çćčÇĆČ',
  e: 'éèêëēĕėęěÉÈÊËĒĔĖĘĚ',
  i: 'íìîïĩīĭįÍÌÎÏĨĪĬĮİ',
  n: 'ñńňÑŃŇ',
  o: 'óòôöõøōŏőÓÒÔÖÕØŌŎŐ',
  s: 'śšşŚŠŞ',
  u: 'úùûüũūŭůűÚÙÛÜŨŪŬŮŰ',
  y: 'ýÿÝŸ',
  z: 'źżžŹŻŽ',
};
/** The marks of decomposed letters (n + ◌̃). */
const combiningMarks = '\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328';

/** By each way of writing a letter, the class of all of them. */
const classes: ReadonlyMap<string, string> = new Map(
  Array.from('abcdefghijklmnopqrstuvwxyz').flatMap((letter) => {
    const ways = `${letter}${letter.toUpperCase()}${marked[letter] ?? ''}`;
    return Array.from(ways, (way) => [way, `[${ways}]`] as const);
  }),
);

function expressionOf(character: string): string {
  return classes.get(character) ?? character.replace(/[\\^$.|?*+()[\]{}]/, String.raw`\$&`);
}

/**
 * The words of a search as regular expressions, in what PostgreSQL and RE2 (DuckDB) have in common, that find them anywhere
 * in a text whatever their case and their accents.
 */
export function wordExpressions(search: string): readonly string[] {
  const characters = Array.from(search).filter((character) => !combiningMarks.includes(character));
  const words = characters
    .join('')
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.map((word) =>
    Array.from(word, (character) => `${expressionOf(character)}[${combiningMarks}]*`).join(''),
  );
}
