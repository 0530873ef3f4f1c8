/**
 * What a terminal or a page would obey or hide instead of showing it: control characters, those that turn the direction
 * of writing, invisible separators, and halves of surrogate pairs. A table's name may hold any of them.
 */
const unseen = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu;

/** The text on one line, with whatever would not be seen as an escape: `a\u001bb`. */
export function visible(text: string): string {
  return text.replaceAll(unseen, escaped);
}

/** The same for a text of several lines: line breaks and tabs stay. */
export function visibleLines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(unseen, (found) => (found === '\n' || found === '\t' ? found : escaped(found)));
}

function escaped(found: string): string {
  if (found === '\n') return String.raw`\n`;
  return String.raw`\u` + found.charCodeAt(0).toString(16).padStart(4, '0');
}
