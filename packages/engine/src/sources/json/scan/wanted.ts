import { FluxionError } from '../../../base/index.ts';

/** What is wanted of the value of a key. */
export interface Wanted {
  /** The slot that takes the value's text; -1: it is not wanted. */
  slot: number;
  /** What is wanted of the object that the value may be. */
  level: Level | undefined;
  /** What is wanted of each object in the array that the value may be. */
  elements: Level | undefined;
}

/** A key as it stands between its quotes in the file. */
export interface KnownKey extends Wanted {
  readonly bytes: Uint8Array;
  /** Its place in the order in which keys were met first, which is likely that of the next object too. */
  readonly index: number;
}

/** Objects at one place of the records. */
export interface Level {
  readonly wanted: Map<string, Wanted>;
  readonly known: KnownKey[];
}

/** What is wanted of a record. */
export interface WantedPaths {
  readonly root: Level;
  /** The array of objects that become records of their own, as a path; undefined: each object is one record. */
  readonly array: string | undefined;
  /** How many slots a record has, and how many more each of the array's objects. */
  readonly ofRecord: number;
  readonly ofElement: number;
  /** For each path its slot; those of elements come after those of the record. */
  readonly slots: readonly number[];
}

const newLevel = (): Level => ({ wanted: new Map(), known: [] });

/**
 * Where to find paths such as 'cliente.rif'; a key may hold dots itself.
 * @param arrays the paths of arrays of objects; what lies in one of them is wanted of each of its objects
 * @throws FluxionError FEED_UNREADABLE if paths lie in several arrays
 */
export function wantedPaths(paths: readonly string[], arrays: readonly string[]): WantedPaths {
  const arrayOf = (path: string) => arrays.find((array) => path.startsWith(`${array}.`));
  const asked = [...new Set(paths.map(arrayOf).filter((array) => array !== undefined))];
  const [array] = asked;
  if (asked.length > 1)
    throw new FluxionError(
      'FEED_UNREADABLE',
      `Columns of several arrays (${asked.join(', ')}) are asked for, and a record has one only whose objects become its lines: take the columns of one of them, and leave out those of the others.`,
    );
  const distinct = [...new Set(paths)];
  const ofRecord = distinct.filter((path) => arrayOf(path) === undefined);
  const ofElement = distinct.filter((path) => arrayOf(path) !== undefined);
  const root = newLevel();
  const elements = newLevel();
  ofRecord.forEach((path, slot) => want(root, path, (wanted) => (wanted.slot = slot)));
  ofElement.forEach((path, slot) => {
    want(elements, path.slice((array ?? '').length + 1), (wanted) => (wanted.slot = slot));
  });
  if (array !== undefined) want(root, array, (wanted) => (wanted.elements = elements));
  const order = [...ofRecord, ...ofElement];
  return {
    root,
    array,
    ofRecord: ofRecord.length,
    ofElement: ofElement.length,
    slots: paths.map((path) => order.indexOf(path)),
  };
}

/** Enters a path in all the ways that its dots can be read. */
function want(level: Level, path: string, mark: (wanted: Wanted) => void): void {
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const inner = (entry(level, path.slice(0, dot)).level ??= newLevel());
    want(inner, path.slice(dot + 1), mark);
  }
  mark(entry(level, path));
}

function entry(level: Level, key: string): Wanted {
  const found = level.wanted.get(key) ?? { slot: -1, level: undefined, elements: undefined };
  level.wanted.set(key, found);
  return found;
}
