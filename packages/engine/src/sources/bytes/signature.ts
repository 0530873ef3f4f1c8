import { FluxionError } from '../../base/index.ts';

/** How many bytes of a beginning are enough to tell what it is. */
export const signatureBytes = 512;

type Kind = 'gzip' | 'zstd' | 'zip' | 'parquet';

const kinds: readonly (readonly [Kind, Buffer])[] = [
  ['gzip', Buffer.from([0x1f, 0x8b, 0x08])],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  ['zip', Buffer.from('PK\x03\x04')],
  ['zip', Buffer.from('PK\x05\x06')],
  ['parquet', Buffer.from('PAR1')],
];

/** What is often delivered and never read as a feed. */
const refused: readonly (readonly [offset: number, magic: Buffer, sentence: string])[] = [
  [257, Buffer.from('ustar'), 'is a tar archive: unpack it first'],
  [0, Buffer.from('377abcaf271c', 'hex'), 'is a 7-Zip archive: unpack it first'],
  [0, Buffer.from('Rar!\x1a\x07', 'latin1'), 'is a RAR archive: unpack it first'],
  [4, Buffer.from('314159265359', 'hex'), 'is compressed with bzip2: decompress it first, or use gzip or zstd'],
  [0, Buffer.from('fd377a585a00', 'hex'), 'is compressed with xz: decompress it first, or use gzip or zstd'],
  [0, Buffer.from('04224d18', 'hex'), 'is compressed with lz4: decompress it first, or use gzip or zstd'],
  [
    0,
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'is a workbook with a password, or of the old kind (.xls): save it as .xlsx without a password, or as CSV',
  ],
  [0, Buffer.from('%PDF-'), 'is a PDF document: ask for the data as CSV or XLSX'],
  [0, Buffer.from('SQLite format 3\0'), 'is an SQLite database: export its table as CSV'],
  [8, Buffer.from('DUCK'), 'is a DuckDB database: `fluxion migrate` takes it'],
];

/**
 * What the first `signatureBytes` of a file say that it is; undefined: text, for all that they tell.
 * @throws FluxionError FEED_UNREADABLE if it is something that is no feed, with what to do
 */
export function signatureOf(path: string, beginning: Buffer): Kind | undefined {
  const has = (offset: number, magic: Buffer) => beginning.subarray(offset, offset + magic.length).equals(magic);
  const no = refused.find(([offset, magic]) => has(offset, magic));
  if (no) throw new FluxionError('FEED_UNREADABLE', `${path} ${no[2]}.`);
  return kinds.find(([, magic]) => has(0, magic))?.[0];
}
