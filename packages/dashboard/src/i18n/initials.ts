const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letters of the first two words that begin with one; of a name without any, its first character. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const lettered = words.filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = lettered.length === 0 ? words.slice(0, 1) : lettered.slice(0, 2);
  return first
    .map((word) => [...characters.segment(word)][0]?.segment ?? '')
    .join('')
    .toUpperCase();
}
