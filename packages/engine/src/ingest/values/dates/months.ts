/** The months' names in Spanish and English, whole; their first three letters stand for them, and 'sept' for September. */
const names: readonly (readonly string[])[] = [
  ['enero', 'january'],
  ['febrero', 'february'],
  ['marzo', 'march'],
  ['abril', 'april'],
  ['mayo', 'may'],
  ['junio', 'june'],
  ['julio', 'july'],
  ['agosto', 'august'],
  ['septiembre', 'setiembre', 'september', 'sept'],
  ['octubre', 'october'],
  ['noviembre', 'november'],
  ['diciembre', 'december'],
];

const short = (name: string) => name.slice(0, 3);

/** RE2 of a month's name, long or short, without regard to case. */
export const monthPattern = `(?i:${names.flatMap((month) => month.flatMap((name) => [name, short(name)])).join('|')})`;

/** SQL of a month's number as a text, by a name that `monthPattern` matches; NULL for the empty text. */
export function monthNumber(name: string): string {
  const whens = names.map((month, index) => {
    const texts = [...new Set(month.map(short))].map((text) => `'${text}'`);
    return `WHEN left(lower(${name}), 3) IN (${texts.join(', ')}) THEN '${index + 1}'`;
  });
  return `CASE ${whens.join(' ')} END`;
}
