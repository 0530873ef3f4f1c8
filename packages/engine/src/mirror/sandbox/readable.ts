import { SqlRefused } from './refused.ts';

export const longestSql = 20_000;

/**
 * The tokens that matter here. A quote that follows a letter or `&` begins a string of another kind (E'', U&''), which
 * none may; `rest` is what may stand outside of quotes: no parameters, no dollar quotes, no brackets of lists and structs,
 * no characters that only look like others.
 */
const tokens =
  /(?<comment>--[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)|(?<quoted>(?<![\p{L}\p{N}_&])(?:'(?:[^']|'')*'|"(?:[^"]|"")*"))|(?<word>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<rest>[\d\s.,;:()+\-*/%<>=!~|&^])/uy;
// eslint-disable-next-line no-control-regex -- these are what it looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * The text without its comments, each character of the others at its place. What DuckDB's parser would make very large is
 * refused before it sees it: it copies the operand of CASE for each WHEN, and writes grouping sets out.
 * @throws SqlRefused
 */
export function readable(text: string): string {
  if (text.length > longestSql) throw new SqlRefused('too large', String(longestSql));
  const bad = control.exec(text);
  if (bad) throw new SqlRefused('character', codeOf(bad[0]), bad.index);
  const cases = new Cases();
  let clean = '';
  tokens.lastIndex = 0;
  while (clean.length < text.length) {
    const at = clean.length;
    const { comment, quoted, word, rest } = tokens.exec(text)?.groups ?? {};
    const taken = comment ?? quoted ?? word ?? rest;
    if (taken === undefined || (rest !== undefined && /[^\x20-\x7e\t\r\n]/.test(rest))) throw unreadable(text, at);
    if (comment === undefined && taken.trim() !== '') cases.take(word?.toLowerCase() ?? taken, at);
    clean += comment === undefined ? taken : comment.replace(/[^\r\n]/g, ' ');
  }
  return clean;
}

function unreadable(text: string, at: number): SqlRefused {
  const rest = text.slice(at);
  const [character = ''] = rest;
  if (/^(?:['"]|\/\*)/.test(rest) && !/[\p{L}\p{N}_&]/u.test(text.charAt(at - 1))) {
    return new SqlRefused('unfinished', rest.startsWith('/*') ? '/*' : character, at);
  }
  return new SqlRefused('character', /[!-~]/.test(character) ? character : codeOf(character), at);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** So many tokens the operands of CASE may be copied to. */
const mostCopied = 5000;

/** Watches what the parser multiplies. */
class Cases {
  /** The CASEs that are open: the tokens of the operand, and whether a WHEN has come. */
  readonly #open: { operand: number; inOperand: boolean }[] = [];
  #before = '';
  #copied = 0;
  #groupings = 0;

  take(token: string, at: number): void {
    // After these a word is a name, whichever it is.
    const isName = this.#before === 'as' || this.#before === '.';
    this.#before = token;
    const inner = this.#open.at(-1);
    if (inner?.inOperand && token !== 'when') inner.operand += 1;
    if (isName) return;
    if (token === 'case') this.#begin(at);
    else if (token === 'when' && inner) this.#copy(inner, at);
    else if (token === 'end') this.#open.pop();
    else if (['cube', 'rollup', 'sets'].includes(token) && (this.#groupings += 1) > 1) {
      throw new SqlRefused('too complex', token, at);
    }
  }

  #begin(at: number): void {
    if (this.#open.some(({ inOperand }) => inOperand)) throw new SqlRefused('too complex', 'CASE', at);
    this.#open.push({ operand: 0, inOperand: true });
  }

  #copy(inner: { operand: number; inOperand: boolean }, at: number): void {
    inner.inOperand = false;
    this.#copied += inner.operand;
    if (this.#copied > mostCopied) throw new SqlRefused('too complex', 'CASE', at);
  }
}
