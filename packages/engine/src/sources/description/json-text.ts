/** Where a JSON text breaks off from JSON, and what should stand there. */
export class JsonProblem extends Error {
  /** From 1, both. */
  readonly line: number;
  readonly column: number;

  constructor(text: string, at: number, expected: string) {
    super(expected);
    const before = text.slice(0, at).split(/\r\n|\r|\n/);
    this.line = before.length;
    this.column = (before.at(-1) ?? '').length + 1;
  }
}

const tokens = {
  blank: /[ \t\r\n]*/y,
  string: /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy,
  scalar: /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.])/y,
};

/** Deeper nesting is a mistake, and would exhaust the stack. */
const deepest = 100;

/**
 * Parses a JSON document that a person has written. JSON.parse tells no position for some mistakes, and takes the last of two
 * members of one name without a word.
 * @throws JsonProblem
 */
export function parseJson(text: string): unknown {
  const reader = new Reader(text);
  const value = reader.value(0);
  if (reader.at < text.length) throw reader.problem('nothing more is expected');
  return value;
}

class Reader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  problem(expected: string, at = this.at): JsonProblem {
    return new JsonProblem(this.#text, at, expected);
  }

  value(depth: number): unknown {
    if (depth > deepest) throw this.problem('it is nested too deeply');
    this.#take(tokens.blank);
    const value = this.#composite(depth) ?? this.#take(tokens.string) ?? this.#take(tokens.scalar);
    if (value === undefined) throw this.problem('a value is expected, a text of it in "double quotes"');
    this.#take(tokens.blank);
    return typeof value === 'string' ? JSON.parse(value) : value;
  }

  #composite(depth: number): object | undefined {
    if (this.#skip('[')) return this.#list(']', () => this.value(depth + 1));
    if (!this.#skip('{')) return undefined;
    const names = new Set<string>();
    const entries = this.#list('}', (): [string, unknown] => {
      const name = this.#name(names);
      if (!this.#skip(':')) throw this.problem('a colon is expected');
      return [name, this.value(depth + 1)];
    });
    return Object.fromEntries(entries);
  }

  #name(names: Set<string>): string {
    const start = this.at;
    const token = this.#take(tokens.string);
    if (token === undefined) throw this.problem('a name in "double quotes" is expected');
    const name: string = JSON.parse(token);
    if (names.has(name)) throw this.problem(`"${name}" is there twice`, start);
    names.add(name);
    this.#take(tokens.blank);
    return name;
  }

  #list<T>(end: string, item: () => T): T[] {
    const items: T[] = [];
    this.#take(tokens.blank);
    if (this.#skip(end)) return items;
    for (;;) {
      this.#take(tokens.blank);
      items.push(item());
      if (this.#skip(end)) return items;
      if (!this.#skip(',')) throw this.problem(`a comma or ${end} is expected`);
    }
  }

  #take(token: RegExp): string | undefined {
    token.lastIndex = this.at;
    const found = token.exec(this.#text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  #skip(character: string): boolean {
    const found = this.#text[this.at] === character;
    if (found) this.at += 1;
    return found;
  }
}
