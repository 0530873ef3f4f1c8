import { FluxionError } from '../../../base/index.ts';
import { DocumentCursor } from './document-cursor.ts';
import { broken, unfinished, type RowScanner } from '../scan/row-scanner.ts';
import { notJson, textFlaw, tooLong, type Visitor } from '../visitors/visitor.ts';
import { recordLimit, type Window } from './window.ts';

export interface DocumentReading {
  /** The file's path, for people. */
  readonly path: string;
  readonly window: Window;
  readonly scanner: RowScanner;
  readonly visitor: Visitor;
  /** The keys that lead to the array of rows; none if the document is the array. */
  readonly rows: readonly string[];
}

/**
 * Reads the objects of an array in a JSON document. What is not an object is an unreadable record. Each has the number of the
 * line that it begins in, or the one behind that of the record before it if they share their line.
 * @throws FluxionError SOURCE_CORRUPT if the document breaks off or is not JSON; FEED_UNREADABLE if it has no such array
 */
export async function readDocument(reading: DocumentReading): Promise<void> {
  const cursor = new DocumentCursor(reading.path, reading.window);
  const found = { rows: false };
  if (!(await walk(reading, cursor, reading.rows, found))) return;
  if (!found.rows)
    throw new FluxionError(
      'FEED_UNREADABLE',
      `${reading.path} has no array of rows at ${reading.rows.join('.') || 'its top level'}: say where the rows are with --rows, or "rows" in feed.json.`,
    );
  if ((await cursor.peekOrEnd()) !== undefined) throw cursor.invalid('there is something behind its end');
}

/** Reads the value that comes next, which is or holds the rows. @returns false to read no further */
async function walk(
  reading: DocumentReading,
  cursor: DocumentCursor,
  path: readonly string[],
  found: { rows: boolean },
): Promise<boolean> {
  const [wanted, ...rest] = path;
  const first = await cursor.peek();
  if (wanted === undefined && first === 0x5b) {
    found.rows = true;
    cursor.window.start++;
    return readRows(reading, cursor);
  }
  if (wanted === undefined || first !== 0x7b) {
    await cursor.skipValue();
    return true;
  }
  cursor.window.start++;
  if (await cursor.takes(0x7d)) return true;
  do {
    const key = await cursor.key();
    await cursor.expect(0x3a);
    if (key !== wanted) await cursor.skipValue();
    else if (!(await walk(reading, cursor, rest, found))) return false;
  } while (await cursor.takes(0x2c));
  await cursor.expect(0x7d);
  return true;
}

async function readRows(reading: DocumentReading, cursor: DocumentCursor): Promise<boolean> {
  const { window } = reading;
  if (await cursor.takes(0x5d)) return true;
  for (let line = 0; ;) {
    if (!cursor.isReady()) await cursor.peek();
    line = Math.max(line + 1, window.lineAt(window.start));
    const goOn = readRow(reading, cursor, line) ?? (await readRowAnew(reading, cursor, line));
    if (!goOn) return false;
    if (!cursor.isReady()) await cursor.peek();
    if (window.bytes[window.start] !== 0x2c) break;
    window.start++;
  }
  await cursor.expect(0x5d);
  return true;
}

/** @returns false to read no further; undefined if the window ends before the row does */
function readRow({ window, scanner, visitor }: DocumentReading, cursor: DocumentCursor, line: number) {
  const { bytes, start } = window;
  if (bytes[start] !== 0x7b) return undefined;
  const end = scanner.scan(bytes, start, window.end);
  if (end === unfinished || end - start > recordLimit) return undefined;
  if (end === broken) throw cursor.invalid(`${scanner.problem} of the object`);
  window.start = end;
  const reason = textFlaw(window, start, end) || notJson(scanner.flaw);
  if (reason === '') return visitor.record(line, start, end);
  return visitor.unreadable({ line, reason, text: window.text(start, end) });
}

/** Reads what has no whole object in the window: one that needs more of the file, one too long, or something else. */
async function readRowAnew(reading: DocumentReading, cursor: DocumentCursor, line: number): Promise<boolean> {
  const { window, visitor } = reading;
  const isObject = window.bytes[window.start] === 0x7b;
  await window.fill();
  const goOn = isObject ? readRow(reading, cursor, line) : undefined;
  if (goOn !== undefined) return goOn;
  if (window.end - window.start <= recordLimit && isObject) throw cursor.breaksOff();
  const other = window.text(window.start, window.start + 100);
  const record = isObject ? tooLong(window, line) : { line, reason: 'is not a JSON object', text: other };
  await cursor.skipValue();
  return visitor.unreadable(record);
}
