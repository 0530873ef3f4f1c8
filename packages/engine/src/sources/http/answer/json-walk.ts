/** The document is not JSON. */
export class BrokenJson extends Error {}

type Kind = 'object' | 'array' | 'scalar';

/** What a walk over a JSON document tells; places are indexes into the current piece. */
export interface JsonListener {
  /** A value begins; `walk.depth` and `walk.isAt` tell where. */
  started(at: number, kind: Kind): void;
  /** The innermost value that has begun ends before `at`; the walk stands where it stood when the value began. */
  ended(at: number): void;
  /** A line ends here, between two tokens. */
  lineBroke(at: number): void;
}

const expects = { value: 0, valueOrEnd: 1, keyOrEnd: 2, key: 3, colon: 4, commaOrEnd: 5, nothing: 6 } as const;
type Expected = (typeof expects)[keyof typeof expects];

interface Container {
  readonly array: boolean;
  /** The name of the member that the walk is in, or its index in the array. */
  member: string;
  index: number;
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const deepest = 512;
const longestName = 1024;

/** Bytes of numbers and of true, false and null: what exactly they spell is looked at when rows are read. */
const inScalar = new Uint8Array(256);
for (const character of '+-.0123456789abcdefghijklmnopqrstuvwxyzEIN') inScalar[character.charCodeAt(0)] = 1;

/** Walks over a JSON document that comes in pieces, in constant memory. */
export class JsonWalk {
  readonly #listener: JsonListener;
  readonly #containers: Container[] = [];
  #expected: Expected = expects.value;
  #state: 'between' | 'text' | 'scalar' = 'between';
  #escaped = false;
  /** True while the text is a member's name. */
  #isName = false;
  /** The name that is being read, as it stands between its quotes. */
  #name = '';
  #nameFrom = 0;
  /** True where nobody asks for the names of members. */
  skims = false;

  constructor(listener: JsonListener) {
    this.#listener = listener;
  }

  /** How many objects and arrays the walk is in. */
  get depth(): number {
    return this.#containers.length;
  }

  /** Whether the document is at its end, and whole. */
  get isWhole(): boolean {
    return this.#expected === expects.nothing;
  }

  /** The innermost member's name, or its index. */
  get member(): string {
    const container = this.#containers.at(-1);
    return container?.array === true ? String(container.index) : (container?.member ?? '');
  }

  /** Whether the walk is at the value of this path: names of members and indexes of arrays. */
  isAt(path: readonly string[]): boolean {
    if (path.length !== this.#containers.length) return false;
    return this.#containers.every(({ array, member, index }, i) => path[i] === (array ? String(index) : member));
  }

  /** Walks over the next piece. @throws BrokenJson */
  take(piece: Buffer): void {
    this.#nameFrom = 0;
    let at = 0;
    while (at < piece.length) {
      if (this.#state === 'text') at = this.#overText(piece, at);
      else if (this.#state === 'scalar') at = this.#overScalar(piece, at);
      else at = this.#token(piece, at);
    }
    if (this.#isName) this.#keepName(piece, piece.length);
  }

  /** Tells that no more comes; a scalar may end with the document. */
  finish(): void {
    if (this.#state === 'scalar') this.#endValue(0);
  }

  #overText(piece: Buffer, from: number): number {
    for (let at = from; at < piece.length; at++) {
      const byte = piece[at] ?? 0;
      if (this.#escaped) this.#escaped = false;
      else if (byte === backslash) this.#escaped = true;
      else if (byte === quote) {
        this.#state = 'between';
        if (this.#isName) this.#endName(piece, at);
        else this.#endValue(at + 1);
        return at + 1;
      } else if (byte < 0x20) throw new BrokenJson('a text has a line break or a control character');
    }
    return piece.length;
  }

  #overScalar(piece: Buffer, from: number): number {
    let at = from;
    while (at < piece.length && inScalar[piece[at] ?? 0] === 1) at++;
    if (at < piece.length) this.#endValue(at);
    return at;
  }

  #token(piece: Buffer, at: number): number {
    const byte = piece[at] ?? 0;
    if (byte === 0x0a || byte === 0x0d) this.#listener.lineBroke(at);
    else if (byte !== 0x20 && byte !== 0x09) this.#significant(byte, at);
    return at + 1;
  }

  #significant(byte: number, at: number): void {
    const expected = this.#expected;
    if (byte === comma && expected === expects.commaOrEnd) this.#next();
    else if (byte === colon && expected === expects.colon) this.#expected = expects.value;
    else if (byte === closeBrace || byte === closeBracket) this.#close(byte === closeBracket, at);
    else if (byte === quote && (expected === expects.key || expected === expects.keyOrEnd)) {
      this.#isName = true;
      this.#name = '';
      this.#nameFrom = at + 1;
      this.#state = 'text';
    } else if (expected === expects.value || expected === expects.valueOrEnd) this.#begin(byte, at);
    else throw unexpected(byte);
  }

  #begin(byte: number, at: number): void {
    if (byte === openBrace || byte === openBracket) {
      const array = byte === openBracket;
      this.#listener.started(at, array ? 'array' : 'object');
      if (this.#containers.length === deepest) throw new BrokenJson('it is nested too deeply');
      this.#containers.push({ array, member: '', index: 0 });
      this.#expected = array ? expects.valueOrEnd : expects.keyOrEnd;
      return;
    }
    if (byte !== quote && inScalar[byte] !== 1) throw unexpected(byte);
    this.#listener.started(at, 'scalar');
    this.#state = byte === quote ? 'text' : 'scalar';
  }

  #next(): void {
    const container = this.#containers.at(-1);
    if (container?.array === true) container.index += 1;
    this.#expected = container?.array === true ? expects.value : expects.key;
  }

  #close(array: boolean, at: number): void {
    const mayEnd =
      this.#expected === expects.commaOrEnd || this.#expected === (array ? expects.valueOrEnd : expects.keyOrEnd);
    if (!mayEnd || this.#containers.at(-1)?.array !== array) throw unexpected(array ? closeBracket : closeBrace);
    this.#containers.pop();
    this.#endValue(at + 1);
  }

  #endValue(at: number): void {
    this.#state = 'between';
    this.#expected = this.#containers.length === 0 ? expects.nothing : expects.commaOrEnd;
    this.#listener.ended(at);
  }

  #keepName(piece: Buffer, end: number): void {
    // Pieces may part a character: each byte is kept as one of Latin-1's until the name is whole.
    if (!this.skims) this.#name = `${this.#name}${piece.toString('latin1', this.#nameFrom, end)}`.slice(0, longestName);
  }

  #endName(piece: Buffer, at: number): void {
    this.#keepName(piece, at);
    const container = this.#containers.at(-1);
    if (container) container.member = nameOf(this.#name);
    this.#isName = false;
    this.#expected = expects.colon;
  }
}

function nameOf(latin1: string): string {
  const text = Buffer.from(latin1, 'latin1').toString();
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

function unexpected(byte: number): BrokenJson {
  const shown =
    byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `the byte 0x${byte.toString(16).padStart(2, '0')}`;
  return new BrokenJson(`${shown} is not expected there`);
}
