import { RowScanner } from '../scan/row-scanner.ts';
import { wantedPaths } from '../scan/wanted.ts';
import type { Visitor } from '../visitors/visitor.ts';
import type { Layout } from './layout.ts';
import { readDocument } from './read-document.ts';
import { readLines } from './read-lines.ts';
import type { Window } from './window.ts';

export interface RecordReading {
  /** The file's path, for people. */
  readonly path: string;
  readonly layout: Layout;
  /** The file from its beginning; it is closed in the end. */
  readonly window: Window;
  /** The paths of the values that the scanner is to find. */
  readonly paths: readonly string[];
  /** The paths of arrays of objects in the records. */
  readonly arrays?: readonly string[];
}

/**
 * Reads the records of a file in their order, until the visitor has had enough.
 * @returns the visitor
 * @throws FluxionError SOURCE_CORRUPT, SOURCE_CHANGED, FEED_UNREADABLE; what the visitor throws
 */
export async function readRecords<V extends Visitor>(
  { path, layout, window, paths, arrays = [] }: RecordReading,
  newVisitor: (window: Window, scanner: RowScanner) => V,
): Promise<V> {
  try {
    const scanner = new RowScanner(wantedPaths(paths, arrays));
    const visitor = newVisitor(window, scanner);
    if (layout.format === 'ndjson') await readLines({ path, window, scanner, visitor });
    else await readDocument({ path, window, scanner, visitor, rows: layout.rows });
    return visitor;
  } finally {
    await window.close();
  }
}
