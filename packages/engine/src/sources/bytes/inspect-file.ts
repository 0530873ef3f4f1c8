import { createHash } from 'node:crypto';
import { FluxionError } from '../../base/index.ts';
import { EncodingObserver } from './encoding-evidence.ts';
import { expand } from './expand.ts';
import { fileBlocks, fileState, type FileState } from './file-blocks.ts';
import { signatureBytes, signatureOf } from './signature.ts';
import type { Compression, SourceFile } from './source-file.ts';

/** Decompressed, a file is refused if it has more than so many bytes and so many times its own size. */
const bombBytes = 1024 ** 3;
const bombRatio = 200;

export interface InspectOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with numbers of the file's bytes as they are read. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Reads a file once, in constant memory, and says what it is.
 * @throws FluxionError SOURCE_NOT_FOUND; SOURCE_UNREADABLE; SOURCE_CHANGED; SOURCE_CORRUPT if its compressed data end in the
 * middle; FEED_REFUSED if they grow beyond all measure; FEED_UNREADABLE if it is an archive or nothing that holds rows; the
 * signal's reason
 */
export async function inspectFile(path: string, { signal, onBytes }: InspectOptions = {}): Promise<SourceFile> {
  const state = await fileState(path);
  const kind = signatureOf(path, await beginningOf(fileBlocks(path, state, { reuses: true, signal })));
  const compression: Compression = kind === 'gzip' || kind === 'zstd' ? kind : 'none';
  const signature = kind === 'zip' || kind === 'parquet' ? kind : undefined;
  // Streams that decompress ask for blocks ahead of those that they are at.
  const reuses = compression === 'none';
  const read = (abort?: AbortSignal) => expand(path, fileBlocks(path, state, { reuses, signal: abort }), compression);
  if (compression !== 'none') await checkExpanded(path, read(signal));

  const hash = createHash('sha256');
  const evidence = new EncodingObserver();
  let hashed = 0;
  let expandedBytes = 0;
  async function* observed() {
    for await (const block of fileBlocks(path, state, { reuses, signal })) {
      hash.update(block);
      hashed += block.length;
      onBytes?.(block.length);
      yield block;
    }
  }
  for await (const block of expand(path, observed(), compression)) {
    expandedBytes += block.length;
    if (!signature) evidence.add(block);
    checkGrowth(path, state, expandedBytes);
  }
  evidence.end();
  // Gunzip stops before zeros that fill up the file.
  const everything = () => fileBlocks(path, state, { reuses: true, signal });
  return {
    path,
    bytes: state.size,
    digest: hashed === state.size ? hash.digest('hex') : await digestOf(everything()),
    compression,
    expandedBytes,
    signature,
    evidence,
    empty: expandedBytes === 0,
    read,
  };
}

/** The first bytes, enough for a signature; fewer only if there are no more. */
async function beginningOf(blocks: AsyncIterable<Buffer>): Promise<Buffer> {
  let beginning: Buffer = Buffer.alloc(0);
  for await (const block of blocks) {
    beginning = Buffer.concat([beginning, block]);
    if (beginning.length >= signatureBytes) break;
  }
  return beginning;
}

async function digestOf(blocks: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of blocks) hash.update(block);
  return hash.digest('hex');
}

async function checkExpanded(path: string, blocks: AsyncIterable<Buffer>): Promise<void> {
  const kind = signatureOf(path, await beginningOf(blocks));
  if (kind === 'gzip' || kind === 'zstd') {
    throw new FluxionError('FEED_UNREADABLE', `${path} is compressed twice: decompress it once.`);
  }
  if (kind) throw new FluxionError('FEED_UNREADABLE', `${path} is a compressed ${kind} file: decompress it first.`);
}

function checkGrowth(path: string, { size }: FileState, expandedBytes: number): void {
  if (expandedBytes <= bombBytes || expandedBytes <= size * bombRatio) return;
  throw new FluxionError(
    'FEED_REFUSED',
    `${path} has ${size} bytes and grows to more than ${Math.floor(expandedBytes / 1024 ** 2)} MiB: no feed is like that. Decompress it and look what it is.`,
  );
}
