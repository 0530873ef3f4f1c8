/** Alone: the halves of a pair are one code point. */
const unstorable = /[\0\p{Surrogate}]/gu;

/**
 * A value as JSON that PostgreSQL's jsonb takes. It refuses what JavaScript's texts may hold, NUL and halves of surrogate pairs:
 * U+FFFD stands for each.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? item.replaceAll(unstorable, '\uFFFD') : item,
  );
}
