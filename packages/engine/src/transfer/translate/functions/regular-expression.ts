import { UntranslatableError } from '../syntax-tree.ts';

export interface RegularExpression {
  /** The pattern as PostgreSQL reads it to the same meaning. */
  readonly postgres: string;
  readonly groups: number;
  /**
   * More than one match could begin at the same place. DuckDB's engine then prefers what stands first in the pattern,
   * PostgreSQL's the longest match.
   */
  readonly ambiguous: boolean;
}

/** What letters after a backslash stand for: outside brackets, and inside. Spelt out, because PostgreSQL's follow the locale. */
const classes: Readonly<Record<string, string>> = { d: '0-9', w: '0-9A-Za-z_', s: '\\t\\n\\f\\r ' };

const tokens: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['class', /\\([dws])/y],
  ['noClass', /\\([DWS])/y],
  ['escape', /\\([.^$*+?()[\]{}|\\/-])/y],
  ['set', /\[(\^?)((?:\\[dws\\\]^-]|[^\\[\]])+)\]/y],
  ['group', /\((?:\?:)?(?!\?)/y],
  ['close', /\)/y],
  ['either', /\|/y],
  ['quantifier', /(?:[*+?]|\{\d{1,2}(?:,\d{0,2})?\})(?![?+*])/y],
  ['anchor', /[$^]/y],
  ['any', /\./y],
  ['letter', /[^\\[\](){}|*+?^$.]/uy],
];

const written: Readonly<Record<string, (found: RegExpExecArray) => string>> = {
  class: (found) => `[${classes[found[1] ?? '']}]`,
  noClass: (found) => `[^${classes[(found[1] ?? '').toLowerCase()]}]`,
  set: (found) =>
    `[${found[1]}${(found[2] ?? '').replaceAll(/\\([dws])/g, (_, letter: string) => classes[letter] ?? '')}]`,
  // DuckDB's point stands for no line feed.
  any: () => '[^\\n]',
};

/** A pattern of RE2 that PostgreSQL understands as well. @throws UntranslatableError for any other */
export function readRegularExpression(pattern: string): RegularExpression {
  const refuse = () => new UntranslatableError(`the regular expression '${pattern}'`);
  let postgres = '';
  let groups = 0;
  let variable = 0;
  let alternatives = false;
  for (let at = 0; at < pattern.length;) {
    const token = nextToken(pattern, at);
    if (!token) throw refuse();
    const [kind, found] = token;
    // Brackets with a range that the engines might sort otherwise, or with PostgreSQL's own classes.
    if (kind === 'set' && !/^(?:\\.|[0-9A-Za-z _.,:;/@#%&=+*'"<>!?()$|{}~-]|[^ -~])+$/u.test(found[2] ?? ''))
      throw refuse();
    if (kind === 'group' && found[0] === '(') groups += 1;
    if (kind === 'quantifier' && !/^\{\d+\}$/.test(found[0])) variable += 1;
    if (kind === 'either') alternatives = true;
    postgres += written[kind]?.(found) ?? found[0];
    at += found[0].length;
  }
  return { postgres, groups, ambiguous: variable > 1 || alternatives };
}

function nextToken(pattern: string, at: number): readonly [string, RegExpExecArray] | undefined {
  for (const [kind, expression] of tokens) {
    expression.lastIndex = at;
    const found = expression.exec(pattern);
    if (found) return [kind, found];
  }
  return undefined;
}
