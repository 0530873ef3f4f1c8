/** A number, with or without a currency, separators, a sign or a percent sign; a date, a time, or both. */
const value =
  /^\s*(?:[-+(]?\s*(?:\p{Sc}|Bs\.?|VES|USD)?\s*[-+]?\d[\d.,'\s]*(?:\p{Sc}|%)?\)?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T\s].*)?)\s*$/u;

/**
 * Tells whether the first of the records names the columns: where the others have numbers and dates, it has words. If no
 * column has any, it does unless it has numbers itself.
 */
export function hasHeader(records: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = records;
  let words = 0;
  let values = 0;
  first.forEach((text, column) => {
    if (value.test(text)) values++;
    else if (text.trim() !== '' && mostlyValues(others, column)) words++;
  });
  return values === 0 || words > values;
}

function mostlyValues(records: readonly (readonly string[])[], column: number): boolean {
  const texts = records.map((record) => record[column] ?? '').filter((text) => text.trim() !== '');
  return texts.filter((text) => value.test(text)).length * 2 > texts.length;
}
