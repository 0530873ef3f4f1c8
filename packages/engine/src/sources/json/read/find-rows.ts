import { FluxionError } from '../../../base/index.ts';
import { DocumentCursor } from './document-cursor.ts';
import type { Window } from './window.ts';

/** How deep arrays are looked for, only to be able to name them. */
const deepest = 3;

interface Arrays {
  readonly ofObjects: string[];
  readonly empty: string[];
}

/**
 * Finds the array of rows in a JSON document that nothing is told of: the document itself, or the one array of objects
 * at the top level of an object. Reads the whole document.
 * @returns the keys that lead to it
 * @throws FluxionError FEED_AMBIGUOUS if there are several, FEED_UNREADABLE if there is none, SOURCE_CORRUPT
 */
export async function findRows(path: string, window: Window): Promise<readonly string[]> {
  const cursor = new DocumentCursor(path, window);
  const first = await cursor.peek();
  if (first === 0x5b) return [];
  if (first !== 0x7b) throw cursor.invalid('an array or an object is missing');
  const arrays: Arrays = { ofObjects: [], empty: [] };
  await look(cursor, '', 1, arrays);
  const top = arrays.ofObjects.filter((name) => !name.includes('.'));
  const candidates = top.length > 0 ? top : arrays.empty.filter((name) => !name.includes('.'));
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return [only];
  const deeper = [...arrays.ofObjects, ...arrays.empty];
  const say = (names: readonly string[]) =>
    `say which with --rows ${names[0]}, or "rows" in feed.json: ${names.slice(0, 20).join(', ')}`;
  if (only !== undefined)
    throw new FluxionError('FEED_AMBIGUOUS', `${path} has several arrays that may be the rows; ${say(candidates)}.`);
  if (deeper.length > 0)
    throw new FluxionError('FEED_AMBIGUOUS', `${path} has no array of rows at its top level; ${say(deeper)}.`);
  throw new FluxionError('FEED_UNREADABLE', `${path} is a JSON object without any array of rows: it is no feed.`);
}

/** Looks through the object that comes next. */
async function look(cursor: DocumentCursor, prefix: string, depth: number, arrays: Arrays): Promise<void> {
  await cursor.expect(0x7b);
  if (await cursor.takes(0x7d)) return;
  do {
    const name = prefix + (await cursor.key());
    await cursor.expect(0x3a);
    const first = await cursor.peek();
    if (first === 0x7b && depth < deepest) await look(cursor, `${name}.`, depth + 1, arrays);
    else if (first === 0x5b) await lookAtArray(cursor, name, arrays);
    else await cursor.skipValue();
  } while (await cursor.takes(0x2c));
  await cursor.expect(0x7d);
}

async function lookAtArray(cursor: DocumentCursor, name: string, arrays: Arrays): Promise<void> {
  await cursor.expect(0x5b);
  if (await cursor.takes(0x5d)) {
    arrays.empty.push(name);
    return;
  }
  if ((await cursor.peek()) === 0x7b) arrays.ofObjects.push(name);
  await cursor.skipRest();
}
