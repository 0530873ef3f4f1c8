import { FluxionError } from '../../../base/index.ts';

/** More paths than this are keys that are data, not columns. */
const mostColumns = 4096;

export interface JsonColumns {
  /** The paths of values, in dots, in the order in which they were met. */
  readonly columns: readonly string[];
  /** The paths of arrays that hold objects; what is in them has paths as well. */
  readonly arrays: readonly string[];
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Gathers the paths of records' values. */
export class ColumnFinder {
  readonly #arrays = new Set<string>();
  /** Each path, and whether something was seen there: neither null nor empty. */
  readonly #paths = new Map<string, boolean>();

  readonly #path: string;

  /** @param path the file, for people */
  constructor(path: string) {
    this.#path = path;
  }

  /** @throws FluxionError FEED_UNREADABLE if there are too many paths */
  add(record: JsonObject): void {
    this.#walk(record, '', false);
    if (this.#paths.size > mostColumns)
      throw new FluxionError(
        'FEED_UNREADABLE',
        `${this.#path} has records with more than ${mostColumns} fields: their keys seem to be data, not names of columns.`,
      );
  }

  found(): JsonColumns {
    const all = [...this.#paths.keys()];
    // A null or an empty array in one record is an object or an array of objects in others.
    const isOther = (path: string) => all.some((longer) => longer.startsWith(`${path}.`));
    const columns = [...this.#paths].filter(([path, seen]) => seen || !isOther(path)).map(([path]) => path);
    return { columns, arrays: [...this.#arrays] };
  }

  #walk(object: JsonObject, prefix: string, inArray: boolean): void {
    for (const [key, value] of Object.entries(object)) {
      const path = prefix + key;
      if (isObject(value)) this.#walk(value, `${path}.`, inArray);
      else if (!inArray && Array.isArray(value) && value.some(isObject)) {
        this.#arrays.add(path);
        for (const element of value) if (isObject(element)) this.#walk(element, `${path}.`, true);
      } else {
        const isSomething = value !== null && !(Array.isArray(value) && value.length === 0);
        this.#paths.set(path, isSomething || this.#paths.get(path) === true);
      }
    }
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
