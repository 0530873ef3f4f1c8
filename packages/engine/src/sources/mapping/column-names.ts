/** What is left of a name without case, accents, spaces, dots, underscores and other signs: `Nº_Factura` is `nofactura`. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** More names than these help nobody. */
const mostNames = 30;
const longestName = 40;

/** Columns as a sentence lists them: `A, B, C and 12 more`. */
export function columnList(columns: readonly string[]): string {
  if (columns.length === 0) return 'no columns';
  const shown = columns
    .slice(0, mostNames)
    .map((name) => (name.length > longestName ? `${name.slice(0, longestName)}...` : name));
  const more = columns.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}
