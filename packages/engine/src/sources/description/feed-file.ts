import { readFile } from 'node:fs/promises';
import { FluxionError, messageOf } from '../../base/index.ts';
import { checkedEntry } from './feed-entry.ts';
import type { FeedEntry } from './feed-file-schema.ts';
import { JsonProblem, parseJson } from './json-text.ts';
import { namePattern, type NamePattern } from './name-pattern.ts';
import { failAt, failIn, type Fail } from './problems.ts';
import { toldBy, type Told } from './told.ts';

/** What a feed.json says of the files of one form. */
export interface FeedRule {
  /** The file that says it. */
  readonly place: string;
  /** Which files it is about; undefined: all. */
  readonly files: NamePattern | undefined;
  /** What the files' names tell. */
  readonly name: NamePattern | undefined;
  readonly told: Told;
}

/** More than anybody writes; what is larger is some other file. */
const mostBytes = 1024 * 1024;

/**
 * Reads a feed.json: one object, or a list of objects with `files`.
 * @returns undefined if there is no such file
 * @throws FluxionError FEED_UNREADABLE with the line and column, or the path inside of it, of what is wrong;
 * SOURCE_UNREADABLE
 */
export async function readFeedFile(path: string): Promise<readonly FeedRule[] | undefined> {
  const bytes = await bytesOf(path);
  return bytes && parseFeedFile(bytes, path);
}

/**
 * Reads a file of JSON that a person has written to describe something.
 * @throws FluxionError SOURCE_NOT_FOUND, SOURCE_UNREADABLE, FEED_UNREADABLE with the line and column of what is wrong
 */
export async function readJsonFile(path: string): Promise<unknown> {
  const bytes = await bytesOf(path);
  if (bytes === undefined) throw new FluxionError('SOURCE_NOT_FOUND', `There is no file ${path}.`);
  return parsed(bytes, path);
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR'))
      return undefined;
    throw new FluxionError('SOURCE_UNREADABLE', `${path} cannot be read: ${messageOf(cause)}`, { cause });
  }
  if (bytes.length > mostBytes) throw failIn(path)('', 'is larger than a description ever is');
  return bytes;
}

/** The same of its bytes. @throws FluxionError FEED_UNREADABLE */
export function parseFeedFile(bytes: Buffer, path: string): readonly FeedRule[] {
  const fail = failIn(path);
  const value = parsed(bytes, path);
  if (!Array.isArray(value)) return [ruleOf(checkedEntry(value, fail), path, fail)];
  if (value.length === 0) throw fail('', 'describes nothing');
  return value.map((item: unknown, index) => {
    const failHere = failAt(fail, index);
    const entry = checkedEntry(item, failHere);
    if (entry.files === undefined) {
      throw failHere(
        'files',
        'is missing: in a list, each description says which files it is about, as in "ventas_*.csv"',
      );
    }
    return ruleOf(entry, path, failHere);
  });
}

function parsed(bytes: Buffer, path: string): unknown {
  try {
    // It strips a byte order mark.
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof JsonProblem) {
      const { line, column, message } = error;
      throw new FluxionError(
        'FEED_UNREADABLE',
        `${path}, line ${line}, column ${column}: this is not JSON: ${message}.`,
      );
    }
    throw new FluxionError('FEED_UNREADABLE', `${path} is not UTF-8: save it as UTF-8.`, { cause: error });
  }
}

function ruleOf(entry: FeedEntry, place: string, fail: Fail): FeedRule {
  const pattern = (key: 'files' | 'name') => {
    const text = entry[key];
    if (text === undefined) return undefined;
    const read = namePattern(text);
    if (typeof read === 'string') throw fail(key, read);
    return read;
  };
  const name = pattern('name');
  if (name !== undefined && !/\{(?:store|date)\}/.test(name.text)) {
    throw fail('name', 'tells nothing: it needs {store} or {date}; which files are meant says "files"');
  }
  return { place, files: pattern('files'), name, told: toldBy(entry, fail) };
}
