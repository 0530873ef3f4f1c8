import type { Limits } from './dialect.ts';
import type { RecordScanner } from './record-scanner.ts';

/** The memory that windows of a file are put into, one after the other. */
export interface WindowMemory {
  readonly bytes: Buffer;
  /** From here on it is the consumer's, and as large as a window. */
  readonly ownFrom: number;
}

export function windowMemory({ windowBytes }: Limits): WindowMemory {
  const ownFrom = windowBytes + 1;
  return { bytes: Buffer.allocUnsafeSlow(ownFrom + windowBytes), ownFrom };
}

/** Gives the scanner window after window of a file; after each, its records are to be read, until there are no more. */
export async function* windows(
  scanner: RecordScanner,
  blocks: AsyncIterable<Buffer>,
  memory: WindowMemory,
): AsyncGenerator<void> {
  const { bytes, ownFrom } = memory;
  const size = ownFrom - 1;
  let filled = 0;
  for await (const block of blocks) {
    for (let from = 0; from < block.length;) {
      const copied = block.copy(bytes, filled, from, from + size - filled);
      from += copied;
      filled += copied;
      if (filled < size) continue;
      scanner.take(bytes, filled, false);
      yield;
      bytes.copyWithin(0, scanner.position, filled);
      filled -= scanner.position;
    }
  }
  scanner.take(bytes, filled, true);
  yield;
}
