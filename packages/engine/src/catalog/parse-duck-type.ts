import { duckTypeIds, type DuckField, type DuckType, type DuckTypeId } from './duck-type.ts';

/**
 * Reads a type as DuckDB's catalogue prints it (`duckdb_columns().data_type`, `typeof()`), however deeply it nests. A name
 * that DuckDB itself does not have becomes `UNKNOWN`, and so does a text that is no type.
 */
export function parseDuckType(text: string): DuckType {
  const reader = new TypeReader(text);
  const type = reader.type();
  return type && reader.atEnd() ? type : { id: 'UNKNOWN', text };
}

/** The kind and its parts; the text is added when the type has been read to its end. */
type Unprinted = Omit<DuckType, 'text'>;

const spacedNames = ['TIME WITH TIME ZONE', 'TIMESTAMP WITH TIME ZONE'] as const;
const knownIds: ReadonlySet<string> = new Set(duckTypeIds);

/** Reads from left to right; each method gives undefined, wherever it then stands, if what it looks for is not there. */
class TypeReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  atEnd(): boolean {
    return this.at === this.text.length;
  }

  type(): DuckType | undefined {
    const start = this.at;
    const head = this.head();
    if (!head) return undefined;
    let type: DuckType = { ...head, text: this.text.slice(start, this.at) };
    for (;;) {
      const brackets = this.match(/\[(\d*)\]/y);
      if (!brackets) return type;
      const size = brackets[1] ?? '';
      const text = this.text.slice(start, this.at);
      type =
        size === '' ? { id: 'LIST', text, element: type } : { id: 'ARRAY', text, element: type, size: Number(size) };
    }
  }

  private head(): Unprinted | undefined {
    for (const id of spacedNames) if (this.take(id)) return { id };
    const quoted = this.quoted('"');
    const name = quoted ?? this.bareName();
    if (name === undefined) return undefined;
    // DuckDB quotes the names of types that somebody created, and NULL.
    const id = knownIds.has(name) && (quoted === undefined || name === 'NULL') ? (name as DuckTypeId) : 'UNKNOWN';
    if (!this.take('(')) return { id };
    const parts = this.parts(id);
    return parts && this.take(')') ? { id, ...parts } : undefined;
  }

  /** What stands in the brackets behind a type's name. */
  private parts(id: DuckTypeId): Partial<Unprinted> | undefined {
    if (id === 'STRUCT' || id === 'UNION') {
      const fields = this.separated(() => this.field());
      return fields && { fields };
    }
    if (id === 'MAP') {
      const [key, value] = this.separated(() => this.type()) ?? [];
      return key && value && { key, value };
    }
    if (id === 'ENUM') {
      const labels = this.separated(() => this.quoted("'"));
      return labels && { labels };
    }
    const modifiers = this.separated(() => this.quoted("'") ?? this.match(/-?[\w.]+/y)?.[0]);
    if (id !== 'DECIMAL' || modifiers?.length !== 2) return modifiers && {};
    return { precision: Number(modifiers[0]), scale: Number(modifiers[1]) };
  }

  /** A name and a type; of an unnamed STRUCT, a type alone. */
  private field(): DuckField | undefined {
    const start = this.at;
    const name = this.spacedTypeIsNext() ? undefined : (this.quoted('"') ?? this.bareName());
    if (name !== undefined && this.take(' ')) {
      const type = this.type();
      return type && { name, type };
    }
    this.at = start;
    const type = this.type();
    return type && { name: '', type };
  }

  private spacedTypeIsNext(): boolean {
    return spacedNames.some((name) => this.text.startsWith(name, this.at));
  }

  /** At least one item, unless the bracket closes at once; with `, ` (or, in DECIMAL, `,`) between them. */
  private separated<T>(item: () => T | undefined): T[] | undefined {
    const items: T[] = [];
    if (this.text[this.at] === ')') return items;
    do {
      const next = item();
      if (next === undefined) return undefined;
      items.push(next);
    } while (this.match(/, ?/y));
    return items;
  }

  /** A text between two quotation marks, which stands doubled inside it. */
  private quoted(mark: '"' | "'"): string | undefined {
    const quoted = this.match(mark === '"' ? /"((?:[^"]|"")*)"/y : /'((?:[^']|'')*)'/y);
    return quoted?.[1]?.replaceAll(mark + mark, mark);
  }

  private bareName(): string | undefined {
    return this.match(/[^\s"'(),[\]]+/y)?.[0];
  }

  private take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  /** `pattern` is sticky. */
  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }
}
