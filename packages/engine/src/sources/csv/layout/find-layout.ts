import { FluxionError } from '../../../base/index.ts';
import { decode, type RecognisedEncoding, type SourceFile } from '../../bytes/index.ts';
import type { FileFormat } from '../../description/description.ts';
import { mostColumns, type Limits } from '../dialect.ts';
import { recogniseLayout, type Layout } from './recognise.ts';
import { beginningOf } from './sample.ts';
import { reasonOf } from '../unreadable.ts';

export interface FindLayoutOptions {
  readonly format: FileFormat;
  readonly encoding: RecognisedEncoding;
  readonly limits: Limits;
}

/** The layout of a file, from its beginning. @throws FluxionError as `openCsv` */
export async function findLayout(file: SourceFile, { format, encoding, limits }: FindLayoutOptions): Promise<Layout> {
  const beginning = await beginningOf(decode(file.read(), encoding.encoding), limits.windowBytes);
  const found = recogniseLayout(beginning, format, limits.recordBytes);
  if (found.kind === 'none') {
    const what = file.empty ? 'is empty: it has no bytes' : 'has no lines that hold anything';
    throw unreadable(file, `${what}, not even a header. Get the file again`);
  }
  if (found.kind === 'unreadable') {
    const reason = reasonOf(found.scanner, encoding);
    throw unreadable(file, `is no CSV that can be read: line ${found.scanner.line} ${reason}`);
  }
  if (found.layout.columns.length > mostColumns) {
    throw unreadable(file, `has more than ${mostColumns} columns: it is no feed`);
  }
  return found.layout;
}

function unreadable({ path }: SourceFile, clause: string): FluxionError {
  return new FluxionError('FEED_UNREADABLE', `${path} ${clause}.`);
}
