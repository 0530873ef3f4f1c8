import { mostColumns, type Dialect } from '../dialect.ts';
import { RecordScanner } from '../record-scanner.ts';

/** How many records are enough to tell a file's dialect. */
const sampleRecords = 100;

/** A text's beginning. */
export interface Beginning {
  /** With one byte behind `length` that may be written over. */
  readonly bytes: Buffer;
  readonly length: number;
  /** It is all there is. */
  readonly whole: boolean;
}

/** The first records, read in one dialect. */
export interface Sample {
  readonly records: readonly (readonly string[])[];
  /** The line that each begins at. */
  readonly lines: readonly number[];
  /** Where the scanner stands at the first one, if it cannot be read. */
  readonly unreadable?: RecordScanner;
}

/** The first so many bytes of a text. */
export async function beginningOf(blocks: AsyncIterable<Buffer>, length: number): Promise<Beginning> {
  const bytes = Buffer.allocUnsafeSlow(length + 1);
  let filled = 0;
  for await (const block of blocks) {
    filled += block.copy(bytes, filled, 0, Math.min(block.length, length - filled));
    if (filled === length) return { bytes, length, whole: false };
  }
  return { bytes, length: filled, whole: true };
}

export interface SampleOptions {
  readonly dialect: Dialect;
  readonly recordBytes: number;
  /** How many records are passed over. */
  readonly before: number;
}

/** Reads the first records in a dialect. */
export function sampleOf(beginning: Beginning, { dialect, recordBytes, before }: SampleOptions): Sample {
  const scanner = new RecordScanner({ dialect, capacity: mostColumns + 1, recordBytes });
  scanner.take(beginning.bytes, beginning.length, beginning.whole);
  const records: string[][] = [];
  const lines: number[] = [];
  for (let passed = 0; passed < before; passed++) scanner.next();
  while (records.length < sampleRecords) {
    const step = scanner.next();
    if (step === 'more') break;
    if (step === 'record') {
      records.push(textsOf(scanner, dialect));
      lines.push(scanner.line);
    } else if (records.length === 0) {
      return { records, lines, unreadable: scanner };
    }
  }
  return { records, lines };
}

function textsOf(scanner: RecordScanner, { quote }: Dialect): string[] {
  const sign = String.fromCharCode(Math.max(quote, 0));
  return Array.from({ length: Math.min(scanner.fieldCount, mostColumns + 1) }, (_, index) => {
    const from = scanner.starts[index] ?? 0;
    const to = scanner.ends[index] ?? 0;
    return from < 0
      ? scanner.bytes.toString('utf8', ~from, to).replaceAll(sign + sign, sign)
      : scanner.bytes.toString('utf8', from, to);
  });
}
