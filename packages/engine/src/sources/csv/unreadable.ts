import { isUtf8 } from 'node:buffer';
import { rawTextLimit, type UnreadableRecord } from '../records/records.ts';
import { wholeCharacters, windows1252Text, type RecognisedEncoding } from '../bytes/index.ts';
import type { RecordScanner } from './record-scanner.ts';

/** What is wrong with the record that the scanner stands at. */
export function unreadableRecord(scanner: RecordScanner, encoding: RecognisedEncoding): UnreadableRecord {
  return { line: scanner.line, reason: reasonOf(scanner, encoding), text: rawText(scanner) };
}

/** The record's raw text as a person can read it: in the other usual encoding if it is no UTF-8, NUL as a sign. */
export function rawText(scanner: RecordScanner): string {
  const bytes = scanner.bytes.subarray(scanner.start, scanner.end);
  // A character has at most 4 bytes.
  const beginning = bytes.subarray(0, rawTextLimit * 4);
  const whole = beginning.length === bytes.length ? bytes : beginning.subarray(0, wholeCharacters(beginning));
  const text = (isUtf8(whole) ? whole.toString() : windows1252Text(whole)).slice(0, rawTextLimit);
  // A pair of surrogates that the limit has cut is no text.
  return text.replace(/[\ud800-\udbff]$/, '').replaceAll('\0', '␀');
}

/** One clause. */
export function reasonOf(
  { fault, fieldCount, expected }: RecordScanner,
  { encoding, mixed }: RecognisedEncoding,
): string {
  switch (fault) {
    case 'fields':
      return `has ${fieldCount} field${fieldCount === 1 ? '' : 's'} instead of ${expected}`;
    case 'nul':
      return 'holds NUL bytes';
    case 'encoding':
      if (mixed) return 'is not UTF-8 as the rest of the file is; say --encoding windows-1252 if it is';
      return encoding.startsWith('utf-16') ? 'is not UTF-16' : 'is not UTF-8';
    case 'behind quote':
      return 'has text behind a closing quote';
    case 'unclosed':
      return 'opens a quote that is never closed';
    case 'unclosed within limit':
      return 'opens a quote that is not closed within 1 MiB';
    case 'too long':
      return 'is longer than 1 MiB';
  }
}
