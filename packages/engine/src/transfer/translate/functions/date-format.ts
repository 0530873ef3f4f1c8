import { quoteLiteral } from '../../../base/index.ts';
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
  '%G': 'IYYY',
  '%V': 'IW',
  '%u': 'ID',
  '%F': 'YYYY-MM-DD',
  '%T': 'HH24:MI:SS',
};

/** A format of `strftime` as the literal that `to_char` takes. @throws UntranslatableError that names a letter without a match */
export function dateFormat(format: string): string {
  const pieces = format.match(/%-?[A-Za-z%]|[^%]+|%/g) ?? [];
  const written = pieces.map((piece) => {
    const known = parts[piece];
    if (known !== undefined) return known;
    if (piece.startsWith('%') && piece !== '%%') throw new UntranslatableError(`strftime with ${piece}`);
    const plain = piece === '%%' ? '%' : piece;
    return `"${plain.replaceAll(/["\\]/g, '\\$&')}"`;
  });
  return quoteLiteral(written.join(''));
}
