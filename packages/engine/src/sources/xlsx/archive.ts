import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { FluxionError } from '../../base/index.ts';

const mebibyte = 1024 * 1024;
/** Compressed text does not grow further than this. */
const bombRatio = 200;
const mostEntries = 10_000;

/** The files in a workbook. */
export interface Archive {
  has(name: string): boolean;
  /**
   * The bytes of one of its files.
   * @throws FluxionError FEED_UNREADABLE if it is not there or encrypted, SOURCE_CORRUPT, FEED_REFUSED if it grows too much
   */
  read(name: string, limit: SizeLimit): AsyncIterable<Buffer>;
  close(): void;
}

/** How large a file in a workbook may be: 'streamed' ones as large as they like, if they do not grow as only bombs do. */
export type SizeLimit = 'streamed' | { readonly mebibytes: number };

/**
 * Opens a zip file and reads its directory; names are told apart without case.
 * @throws FluxionError SOURCE_CORRUPT if it is not whole
 */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw damaged(path, error);
  });
  const entries = await entriesOf(path, zip);
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read(name, limit) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined)
        throw new FluxionError('FEED_UNREADABLE', `${path} is no XLSX workbook: it has no ${name}.`);
      checkSize(path, entry, limit);
      return read(path, zip, entry);
    },
    close: () => zip.close(),
  };
}

/** The error that says that a workbook cannot be read. */
export function damaged(path: string, cause?: unknown): FluxionError {
  if (cause instanceof FluxionError) return cause;
  const sentence = `${path} is an XLSX workbook that is damaged or not whole: get it again.`;
  return new FluxionError('SOURCE_CORRUPT', sentence, { cause });
}

async function entriesOf(path: string, zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.toLowerCase(), entry);
      if (entries.size > mostEntries)
        throw new FluxionError(
          'FEED_REFUSED',
          `${path} holds more than ${mostEntries} files: no workbook is like that.`,
        );
    }
    return entries;
  } catch (error) {
    zip.close();
    throw damaged(path, error);
  }
}

function checkSize(path: string, { fileName, compressedSize, uncompressedSize: size }: Entry, limit: SizeLimit): void {
  const isBomb =
    limit === 'streamed'
      ? size > 256 * mebibyte && size > bombRatio * compressedSize
      : size > limit.mebibytes * mebibyte;
  if (isBomb)
    throw new FluxionError(
      'FEED_REFUSED',
      `${path} is a workbook whose ${fileName} grows to ${Math.ceil(size / mebibyte)} MiB: no feed is like that. Ask for it as CSV.`,
    );
}

/** yauzl sees to it that there are not more bytes than the directory says. */
async function* read(path: string, zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted())
    throw new FluxionError('FEED_UNREADABLE', `${path} is encrypted: save it without a password.`);
  try {
    let sum = 0;
    for await (const block of await zip.openReadStreamPromise(entry)) {
      sum = crc32(block, sum);
      yield block;
    }
    if (sum !== entry.crc32) throw damaged(path);
  } catch (error) {
    throw damaged(path, error);
  }
}
