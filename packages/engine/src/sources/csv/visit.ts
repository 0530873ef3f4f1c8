import { decode, type RecognisedEncoding, type SourceFile } from '../bytes/index.ts';
import type { Limits } from './dialect.ts';
import type { Layout } from './layout/recognise.ts';
import { RecordScanner, type Step } from './record-scanner.ts';
import { windowMemory, windows, type WindowMemory } from './windows.ts';

/** A CSV file of which everything is known but its records. */
export interface CsvFile {
  readonly file: SourceFile;
  readonly encoding: RecognisedEncoding;
  readonly layout: Layout;
  readonly limits: Limits;
}

export interface Visitor {
  /** The scanner stands at a record of the data. @returns false to see no more */
  record(step: Exclude<Step, 'more'>): boolean;
  /** The scanner's memory is about to be written over. */
  windowEnds?(): void;
}

/** What a pass over the file is made with. */
export interface Reading {
  readonly scanner: RecordScanner;
  readonly memory: WindowMemory;
  readonly signal?: AbortSignal | undefined;
}

/** A scanner and its memory, for one pass. */
export function scannerOf({ layout, limits }: CsvFile): Reading {
  const { dialect, fields } = layout;
  const scanner = new RecordScanner({ dialect, capacity: fields, recordBytes: limits.recordBytes });
  return { scanner, memory: windowMemory(limits) };
}

/** Shows the visitor each record of the data. @throws what it throws; FluxionError SOURCE_*; the signal's reason */
export async function visit(csv: CsvFile, { scanner, memory, signal }: Reading, visitor: Visitor): Promise<void> {
  const { skip, fields } = csv.layout;
  const blocks = decode(csv.file.read(signal), csv.encoding.encoding);
  let passed = 0;
  // What stands before the data need not have as many fields.
  scanner.expected = skip === 0 ? fields : 0;
  for await (const _ of windows(scanner, blocks, memory)) {
    for (let step = scanner.next(); step !== 'more'; step = scanner.next()) {
      if (passed < skip) {
        passed++;
        if (passed === skip) scanner.expected = fields;
      } else if (!visitor.record(step)) {
        return;
      }
    }
    visitor.windowEnds?.();
  }
}
