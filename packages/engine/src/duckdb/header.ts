import { closeSync, openSync, readSync } from 'node:fs';
import duckdb from '@duckdb/node-bindings';

/** The main header: 8 bytes of checksum, the magic bytes, the storage version and 32 bytes of flags before the writer's version. */
const magic = { offset: 8, text: 'DUCK' };
const writer = { offset: 52, length: 32 };

/** The version of the DuckDB inside Fluxion: `1.5.6`. */
export function libraryVersion(): string {
  return duckdb.library_version().replace(/^v/, '');
}

/** The version of the DuckDB that wrote the file, as its header says: `1.5.6`; undefined if it says none. */
export function writerVersion(file: string): string | undefined {
  const header = Buffer.alloc(writer.offset + writer.length);
  try {
    const handle = openSync(file, 'r');
    try {
      readSync(handle, header);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Whatever keeps the file from being read has been said by then.
    return undefined;
  }
  if (header.toString('latin1', magic.offset, magic.offset + magic.text.length) !== magic.text) return undefined;
  return /^v(\d+\.\d+[\w.-]*)/.exec(header.toString('latin1', writer.offset))?.[1];
}

/** Whether one version is of a later release line than another: 2.0.0 than 1.5.6, but not 1.5.7. */
export function isLaterRelease(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split('.').map(Number);
  return major > thanMajor || (major === thanMajor && minor > thanMinor);
}
