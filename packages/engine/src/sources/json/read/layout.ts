import { FluxionError } from '../../../base/index.ts';
import type { FileFormat } from '../../description/description.ts';
import { findRows } from './find-rows.ts';
import type { Window } from './window.ts';

/** Where records are: on lines of their own, or in the array that keys of a document lead to. */
export type Layout = { readonly format: 'ndjson' } | { readonly format: 'json'; readonly rows: readonly string[] };

/**
 * Where the records of a file are, as told or as its beginning shows.
 * @param newWindow gives the file from its beginning
 * @throws FluxionError FEED_UNREADABLE, FEED_AMBIGUOUS, SOURCE_CORRUPT
 */
export async function recogniseLayout(path: string, format: FileFormat, newWindow: () => Window): Promise<Layout> {
  const told = format.rows === undefined ? format.format : 'json';
  const isLines = told === undefined ? await holdsLines(path, newWindow()) : told === 'ndjson';
  if (isLines) return { format: 'ndjson' };
  if (format.rows !== undefined) return { format: 'json', rows: format.rows === '' ? [] : format.rows.split('.') };
  const window = newWindow();
  try {
    return { format: 'json', rows: await findRows(path, window) };
  } finally {
    await window.close();
  }
}

/** Whether the file has an object on each line. */
async function holdsLines(path: string, window: Window): Promise<boolean> {
  await window.fill();
  await window.close();
  const text = window.bytes.toString('utf8', 0, window.end).trimStart();
  if (text.startsWith('[')) return false;
  if (!text.startsWith('{'))
    throw new FluxionError('FEED_UNREADABLE', `${path} is not JSON: it begins with neither { nor [.`);
  const feed = text.indexOf('\n');
  const first = (feed === -1 ? text : text.slice(0, feed)).trimEnd();
  const next = feed === -1 ? '' : text.slice(feed).trimStart();
  if (next !== '') return isJson(first) || (first.endsWith('}') && next.startsWith('{'));
  // One object alone is a document if it holds rows, or else a row; a receipt with its lines could be either.
  if (/\.(ndjson|jsonl)(\.|$)/i.test(path)) return true;
  return isJson(first) && !holdsArray(JSON.parse(first), 3);
}

/** Whether there is an array that may be rows, so many objects deep. */
function holdsArray(value: unknown, deep: number): boolean {
  if (typeof value !== 'object' || value === null || deep === 0) return false;
  return Object.values(value).some((inner) =>
    Array.isArray(inner) ? typeof (inner[0] ?? {}) === 'object' : holdsArray(inner, deep - 1),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
