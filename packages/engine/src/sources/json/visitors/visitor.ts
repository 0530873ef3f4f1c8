import { isUtf8 } from 'node:buffer';
import { rawTextLimit, type UnreadableRecord } from '../../records/records.ts';
import { recordLimit, type Window } from '../read/window.ts';

/** What is done with the records of a file, in their order. */
export interface Visitor {
  /** A sound record, whose values the scanner has. @returns false to read no further */
  record(number: number, start: number, end: number): boolean;
  /** @returns false to read no further */
  unreadable(record: UnreadableRecord): boolean;
}

/** The reason that the bytes of a record cannot be text; '' if they can. */
export function textFlaw(window: Window, start: number, end: number): string {
  if (window.clean || isUtf8(window.bytes.subarray(start, end))) return '';
  return 'is not valid UTF-8';
}

/** A record that is too long to be read, of which the beginning is in the window. */
export function tooLong(window: Window, line: number): UnreadableRecord {
  const text = window.text(window.start, window.start + rawTextLimit);
  return { line, reason: `is longer than ${recordLimit / 1024 / 1024} MiB`, text };
}

/** The reason of an unreadable record, for a problem of the scanner; '' for none. */
export function notJson(problem: string): string {
  return problem === '' ? '' : `is not valid JSON: ${problem}`;
}
