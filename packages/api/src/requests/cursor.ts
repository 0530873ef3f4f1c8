import { isBusinessDate } from '@fluxion/engine/base';
import { invalidFields } from '../problems/problem.ts';

/** A row's position in a list, as the texts of its key's columns. */
export type KeyParts = readonly string[];

export interface CursorCodec<Key> {
  encode(key: Key): string;
  /**
   * The key inside a cursor, undefined without one.
   *
   * @throws RequestProblem INVALID_REQUEST naming `cursor` if it is none that `encode` could have made
   */
  decode(cursor: string | undefined): Key | undefined;
}

interface KeyForm<Key> {
  readonly toParts: (key: Key) => KeyParts;
  /** The key of these texts, undefined if they are none: a cursor comes from outside and may hold anything. */
  readonly fromParts: (parts: KeyParts) => Key | undefined;
}

function parseParts(cursor: string): KeyParts | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts)) return undefined;
    // PostgreSQL takes no NUL in a text.
    return parts.every((part): part is string => typeof part === 'string' && !part.includes('\0')) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** Cursors of one list: opaque to the caller, and only a position, so that forging one shows nothing new. */
export function cursorCodec<Key>({ toParts, fromParts }: KeyForm<Key>): CursorCodec<Key> {
  return {
    encode: (key) => Buffer.from(JSON.stringify(toParts(key)), 'utf8').toString('base64url'),
    decode: (cursor) => {
      if (cursor === undefined) return undefined;
      const parts = parseParts(cursor);
      const key = parts === undefined ? undefined : fromParts(parts);
      if (key === undefined) throw invalidFields({ campo: 'cursor', mensaje: 'no es un cursor de esta lista' });
      return key;
    },
  };
}

/** Whether the text is a number that PostgreSQL's bigint holds. */
export function isBigint(text: string): boolean {
  return /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

/** Whether the text is an instant as answers write it, of a day that exists. */
export function isInstant(text: string): boolean {
  const [date = ''] = text.split('T');
  const isWritten = /^.{10}T\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(text);
  return isWritten && isBusinessDate(date) && !Number.isNaN(Date.parse(text));
}
