import type { EncodingEvidence } from './encoding-evidence.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

/** A file that was read once from its beginning to its end. */
export interface SourceFile {
  /** As it was given. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the file as it is, in hex. */
  readonly digest: string;
  readonly compression: Compression;
  /** How many bytes it has once decompressed. */
  readonly expandedBytes: number;
  /** What the file itself begins as; undefined: maybe text. What is compressed besides has none. */
  readonly signature: 'zip' | 'parquet' | undefined;
  readonly evidence: EncodingEvidence;
  /** It has no bytes, or none once decompressed. */
  readonly empty: boolean;
  /**
   * Its bytes, decompressed. Each block lasts until the next one is asked for: its memory may be used anew.
   * @throws FluxionError SOURCE_CHANGED if it is not the file any more that was inspected; SOURCE_*; the signal's reason
   */
  read(signal?: AbortSignal): AsyncIterable<Buffer>;
}
