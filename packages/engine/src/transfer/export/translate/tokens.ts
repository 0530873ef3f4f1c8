/** A piece of an expression as PostgreSQL prints it. */
export interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'sign';
  /** A text's or quoted name's content; anything else as it is written. */
  readonly value: string;
  /** A name in quotes is no keyword. */
  readonly quoted?: boolean;
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['text', /'((?:[^']|'')*)'/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['name', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['sign', /::|<>|<=|>=|\|\||!~~|~~|[-+*/%=<>(),.[\]]/y],
];

/** Splits an expression; undefined if it holds anything else than texts, numbers, names and known signs. */
export function tokensOf(sql: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(sql);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < sql.length) {
    if (match(/\s+/y)) continue;
    const quoted = match(/"((?:[^"]|"")+)"/y);
    if (quoted) {
      tokens.push({ kind: 'name', value: (quoted[1] ?? '').replaceAll('""', '"'), quoted: true });
      continue;
    }
    const token = next(match);
    if (!token) return undefined;
    tokens.push(token);
  }
  return tokens;
}

function next(match: (pattern: RegExp) => RegExpExecArray | null): Token | undefined {
  for (const [kind, pattern] of patterns) {
    const found = match(pattern);
    if (found) return { kind, value: kind === 'text' ? (found[1] ?? '').replaceAll("''", "'") : found[0] };
  }
  return undefined;
}
