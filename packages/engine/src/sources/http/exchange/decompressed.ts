import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SourceFailure } from '../failure.ts';
import type { Answer } from './exchange.ts';
import { explainBreak } from './explain-break.ts';

/** What is asked for besides bytes as they are. */
export const acceptedEncoding = 'gzip';

/**
 * The body without gzip, which its first bytes tell: some servers do not say it, and others say it of bytes that are none.
 * @throws SourceFailure for other encodings, and for gzip that is damaged or breaks off
 */
export async function* decompressed({ headers, body }: Answer): AsyncGenerator<Buffer> {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (!['', 'identity', 'gzip', 'x-gzip'].includes(encoding)) {
    throw new SourceFailure(`answers in the encoding ${encoding}, which was not asked for`);
  }
  const pieces = body[Symbol.asyncIterator]();
  const first = await beginning(pieces);
  const all = rejoined(first, pieces);
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* all;
    return;
  }
  let bytes = 0;
  // The error of whichever side breaks comes out of the loop.
  const plain = pipeline(Readable.from(all), createGunzip(), () => {});
  try {
    for await (const piece of plain as AsyncIterable<Buffer>) {
      bytes += piece.length;
      yield piece;
    }
  } catch (error) {
    throw explainBreak(error, bytes);
  }
}

/** The first two bytes at least, if there are as many. */
async function beginning(pieces: AsyncIterator<Buffer>): Promise<Buffer> {
  let first: Buffer = Buffer.alloc(0);
  while (first.length < 2) {
    const { done, value } = await pieces.next();
    if (done === true) break;
    first = Buffer.concat([first, value]);
  }
  return first;
}

async function* rejoined(first: Buffer, pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  for (;;) {
    const { done, value } = await pieces.next();
    if (done === true) return;
    yield value;
  }
}
