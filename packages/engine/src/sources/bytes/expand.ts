import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { FluxionError, messageOf } from '../../base/index.ts';
import type { Compression } from './source-file.ts';

/** How much of zstd's data is expanded at once: 4 bytes of it may become 128 KiB. */
const zstdSlice = 1024;
/** What gunzip gives at once. */
const gunzipBlock = 128 * 1024;
/** Of zstd. Its own program needs no more unless told to (--long, --ultra); this much memory is taken. */
const largestWindow = 64 * 1024 * 1024;

/**
 * The bytes of a file, decompressed; of several gzip members or zstd frames one behind the other, all.
 * @throws FluxionError SOURCE_CORRUPT if they end in the middle or are damaged; FEED_UNREADABLE if they need too much memory
 */
export function expand(path: string, blocks: AsyncIterable<Buffer>, compression: Compression): AsyncIterable<Buffer> {
  if (compression === 'none') return blocks;
  return compression === 'gzip' ? gunzip(path, blocks) : unzstd(path, blocks);
}

async function* gunzip(path: string, blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const stream = createGunzip({ chunkSize: gunzipBlock });
  const failures: unknown[] = [];
  async function* watched() {
    try {
      yield* blocks;
    } catch (error) {
      failures.push(error);
      throw error;
    }
  }
  // Whatever fails comes out of the stream as well.
  const piping = pipeline(Readable.from(watched()), stream).catch(() => {});
  try {
    for await (const block of stream) yield block;
  } catch (error) {
    throw failures.length > 0 ? failures[0] : corrupt(path, 'gzip', error);
  } finally {
    stream.destroy();
    await piping;
  }
}

async function* unzstd(path: string, blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let expanded: Buffer[] = [];
  const decompress = new Decompress((bytes) =>
    expanded.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
  );
  const push = (bytes: Buffer, last: boolean) => {
    expanded = [];
    try {
      decompress.push(bytes, last);
    } catch (error) {
      throw corrupt(path, 'zstd', error);
    }
    return expanded;
  };
  let first = true;
  for await (const block of blocks) {
    if (first) checkWindow(path, block);
    first = false;
    for (let at = 0; at < block.length; at += zstdSlice) yield* push(block.subarray(at, at + zstdSlice), false);
  }
  yield* push(Buffer.alloc(0), true);
}

/** RFC 8878, 3.1.1.1: the size of the window that a frame needs. */
function checkWindow(path: string, frame: Buffer): void {
  const descriptor = frame[4] ?? 0;
  const singleSegment = (descriptor & 0x20) !== 0;
  // A frame of a single segment needs as much as it holds, which stands at the same place.
  const exponent = (frame[5] ?? 0) >> 3;
  const base = 2 ** (10 + exponent);
  const window = singleSegment ? contentSize(frame) : base + (base / 8) * ((frame[5] ?? 0) & 7);
  if (window <= largestWindow) return;
  const mebibytes = Math.round(window / 1024 / 1024);
  throw new FluxionError(
    'FEED_UNREADABLE',
    `${path} needs ${mebibytes} MiB of memory to be decompressed: compress it with zstd anew, without --long and --ultra.`,
  );
}

function contentSize(frame: Buffer): number {
  const descriptor = frame[4] ?? 0;
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  const width = 1 << (descriptor >> 6);
  if (frame.length < at + width) return 0;
  return width === 8 ? Number(frame.readBigUInt64LE(at)) : frame.readUIntLE(at, width);
}

function corrupt(path: string, compression: 'gzip' | 'zstd', error: unknown): FluxionError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // Zlib's and fzstd's codes for an end that comes too early.
  const sentence =
    code === 'Z_BUF_ERROR' || code === 5
      ? `${path} ends in the middle of its ${compression} data: it was cut off. Deliver it again.`
      : `${path} is damaged: its ${compression} data cannot be decompressed (${messageOf(error)}). Deliver it again.`;
  return new FluxionError('SOURCE_CORRUPT', sentence, { cause: error });
}
