import { FluxionError } from '../../base/index.ts';
import { decode, encodingOf, type SourceFile } from '../bytes/index.ts';
import type { FileFormat } from '../description/description.ts';
import { fillRawTable } from '../records/raw-table.ts';
import type { Records } from '../records/records.ts';
import { readRecords, recogniseLayout, Window, type Layout } from './read/index.ts';
import { SamplingVisitor, StagingVisitor, TextVisitor, type JsonColumns } from './visitors/index.ts';

/**
 * Opens a file of JSON objects: one on each line (NDJSON), or in an array of a document. Columns are the paths of their
 * values, such as 'cliente.rif'. An array of objects in each record, such as a receipt's lines, makes a record of each of
 * them that repeats the values beside it, if columns in it are asked for.
 *
 * A record's line is the one that it begins in, or, in a document whose records share lines, the one behind that of the
 * record before it, so that no two have the same: in a document of one line, its place in the array. Lines of their own have
 * that of the object around them.
 * @throws FluxionError FEED_UNREADABLE; FEED_AMBIGUOUS if the array of rows must be told; SOURCE_CORRUPT
 */
export async function openJson(file: SourceFile, format: FileFormat): Promise<Records> {
  const { path } = file;
  const { encoding } = encodingOf(file.evidence, format.encoding);
  const newWindow = (signal?: AbortSignal) => new Window(decode(file.read(signal), encoding));
  const layout = await recogniseLayout(path, format, newWindow);
  const sample = await readRecords(
    { path, layout, window: newWindow(), paths: [] },
    (window) => new SamplingVisitor(path, window),
  );
  if (sample.readable === 0 && sample.firstUnreadable !== undefined)
    throw nothingReadable(path, sample.firstUnreadable);
  if (sample.readable === 0 && layout.format === 'ndjson')
    throw new FluxionError('FEED_UNREADABLE', `${path} has only empty lines. Get the file again.`);

  const { columns, arrays } = sample.finder.found();
  const reading = { path, layout, arrays };
  return {
    format: layout.format,
    recognised: { encoding, ...describe(layout, { columns, arrays }) },
    columns,
    names: namesOf({ columns, arrays }),
    hasHeader: true,
    stage: (options) =>
      fillRawTable(options, async (rows) => {
        const paths = options.fields.map(({ column }) => columns[column] ?? '');
        const visitor = await readRecords(
          { ...reading, window: newWindow(options.signal), paths },
          (window, scanner) => new StagingVisitor(window, scanner, rows, options),
        );
        visitor.flush();
        return visitor.records;
      }),
    async textOf(lines) {
      if (lines.size === 0) return new Map();
      const read = { ...reading, window: newWindow(), paths: [] };
      return (await readRecords(read, (window) => new TextVisitor(lines, window))).texts;
    },
  };
}

function describe(layout: Layout, { arrays }: JsonColumns): Record<string, string> {
  const rows = layout.format === 'json' ? { rows: layout.rows.join('.') || 'the document' } : {};
  return arrays.length === 0
    ? rows
    : { ...rows, nested: `${arrays.join(', ')}: each object is a line if its columns are taken` };
}

/** What is called `items.codigo` may be looked for as `codigo`, if no other array could have it. */
function namesOf({ columns, arrays }: JsonColumns): readonly string[] {
  const [array, another] = arrays;
  if (array === undefined || another !== undefined) return columns;
  return columns.map((path) => (path.startsWith(`${array}.`) ? path.slice(array.length + 1) : path));
}

function nothingReadable(
  path: string,
  { line, reason }: { readonly line: number; readonly reason: string },
): FluxionError {
  return new FluxionError(
    'FEED_UNREADABLE',
    `${path} has no record that can be read: the one in line ${line} ${reason}.`,
  );
}
