import { UntranslatableError } from '../syntax-tree.ts';

/** What `strftime` writes for each letter, as `to_char` names it. */
const parts: Readonly<Record<string, string>> = {
  '%Y': 'YYYY',
  '%m': 'MM',
  '%d': 'DD',
  '%H': 'HH24',
  '%M': 'MI',
  '%S': 'SS',
  '%y': 'YY',
  '%j': 'DDD',
  '%I': 'HH12',
  '%p': 'AM',
  '%f': 'US',
  '%g': 'MS',
  '%B': 'FMMonth',
  '%b': 'Mon',
  '%h': 'Mon',
  '%A': 'FMDay',
  '%a': 'Dy',
  '%-d': 'FMDD',
  '%-m': 'FMMM',
  '%-H': 'FMHH24',
  '%-M': 'FMMI',
  '%-S': 'FMSS',
  '%-I': 'FMHH12',
  '%-j': 'FMDDD',
  '%V': 'IW',
  '%u': 'ID',
};

/**
 * A format of `strftime` as the one that `to_char` takes, in SQL: a literal, unless `year` is given; that stands for the year of
 * a moment before Christ then, which `to_char` would count from the other end.
 *
 * @throws UntranslatableError that names a letter without a match
 */
export function dateFormat(format: string, year?: string): string {
  const pieces = format.match(/%-?[A-Za-z%]|[^%]+|%/g) ?? [];
  const own: Readonly<Record<string, string>> =
    year === undefined
      ? {}
      : {
          '%Y': `"' || CASE ${year} WHEN 0 THEN '0000' ELSE CAST(${year} AS text) END || '"`,
          '%y': `"' || lpad(CAST(abs(${year}) % 100 AS text), 2, '0') || '"`,
        };
  const written = pieces.map((piece) => {
    const known = parts[piece];
    if (known !== undefined) return own[piece] ?? known;
    if (piece.startsWith('%') && piece !== '%%') throw new UntranslatableError(`strftime with ${piece}`);
    const plain = piece === '%%' ? '%' : piece;
    return `"${plain.replaceAll(/["\\]/g, '\\$&').replaceAll("'", "''")}"`;
  });
  return `'${written.join('')}'`;
}
