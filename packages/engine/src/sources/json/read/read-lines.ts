import { FluxionError } from '../../../base/index.ts';
import { unfinished, type RowScanner } from '../scan/row-scanner.ts';
import { notJson, textFlaw, tooLong, type Visitor } from '../visitors/visitor.ts';
import { recordLimit, type Window } from './window.ts';

/**
 * Reads NDJSON, an object on each line; empty lines are passed over.
 * @throws FluxionError SOURCE_CORRUPT if the last line breaks off
 */
export async function readLines(reading: LineReading): Promise<void> {
  const { window, visitor } = reading;
  for (let line = 1; ; line++) {
    let end = lineEnd(window);
    if (end === -1 && !window.ended) {
      await window.fill();
      end = lineEnd(window);
    }
    if (end === -1 && window.start === window.end) return;
    if (end > window.start + recordLimit || (end === -1 && window.end - window.start > recordLimit)) {
      const goOn = visitor.unreadable(tooLong(window, line));
      if (!(await skipLine(window)) || !goOn) return;
      continue;
    }
    const isCut = end === -1;
    if (isCut) end = window.end;
    if (!readLine(reading, line, end, isCut)) return;
    window.start = Math.min(end + 1, window.end);
  }
}

export interface LineReading {
  readonly path: string;
  readonly window: Window;
  readonly scanner: RowScanner;
  readonly visitor: Visitor;
}

/** @returns false to read no further */
function readLine({ path, window, scanner, visitor }: LineReading, line: number, end: number, isCut: boolean): boolean {
  const { bytes } = window;
  const start = skipSpaces(bytes, window.start, end);
  if (start === end) return true;
  const after = bytes[end] ?? 0;
  bytes[end] = 0;
  const behind = scanner.scan(bytes, start, end);
  bytes[end] = after;
  if (behind === unfinished && isCut)
    throw new FluxionError('SOURCE_CORRUPT', `${path} breaks off in the middle of line ${line}: get the whole file.`);
  const reason =
    textFlaw(window, start, end) ||
    (bytes[start] === 0x7b ? '' : 'is not a JSON object') ||
    notJson(behind === unfinished ? 'it ends before its object does' : '') ||
    notJson(behind < 0 ? scanner.problem : '') ||
    (skipSpaces(bytes, behind, end) === end ? '' : 'has something behind its object') ||
    notJson(scanner.flaw);
  if (reason === '') return visitor.record(line, start, behind);
  return visitor.unreadable({ line, reason, text: window.text(start, end) });
}

/** Where the line at the window's start ends; -1 if that is not in the window. */
function lineEnd(window: Window): number {
  const found = window.bytes.indexOf(0x0a, window.start);
  return found >= window.end ? -1 : found;
}

/** Moves behind the line that the window begins in. @returns false if the file ends first */
async function skipLine(window: Window): Promise<boolean> {
  for (;;) {
    const end = lineEnd(window);
    window.start = end === -1 ? window.end : end + 1;
    if (end !== -1) return true;
    if (!(await window.fill())) return false;
  }
}

function skipSpaces(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d)) at++;
  return at;
}
