/** The most UTF-16 units that Excel takes in a cell. */
const longestText = 32_767;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * What XML has no room for, or would change (a carriage return), as Excel writes it; and what only looks as if it were
 * written so: ECMA-376 part 1, 22.9.2.19.
 */
const unwritable = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const isPlain = /^[\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\x5e\x60-\x7e\xa0-\ud7ff]*$/;

/** A text for XML. What a cell cannot hold is cut off and ends with an ellipsis. */
export function xmlText(text: string): string {
  if (text.length <= longestText && isPlain.test(text)) return text;
  const fitting = text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
  return fitting
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(unwritable, (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll(/[&<>"]/g, (mark) => escapes[mark] ?? mark);
}
