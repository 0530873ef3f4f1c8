import { encodingOf, type SourceFile } from '../bytes/index.ts';
import type { FileFormat } from '../description/description.ts';
import type { Records } from '../records/records.ts';
import { usualLimits } from './dialect.ts';
import { findLayout } from './layout/find-layout.ts';
import { stageCsv } from './stage.ts';
import { textOfCsv } from './texts.ts';
import type { CsvFile } from './visit.ts';

/**
 * Opens a CSV file, or one with another delimiter, in the layout that is told or that its first records show.
 * @param limits what the file is measured with
 * @throws FluxionError FEED_UNREADABLE if it has no records, the first one cannot be read, or the format cannot be; SOURCE_*
 */
export async function openCsv(file: SourceFile, format: FileFormat, limits = usualLimits): Promise<Records> {
  const encoding = encodingOf(file.evidence, format.encoding);
  const layout = await findLayout(file, { format, encoding, limits });
  const csv: CsvFile = { file, encoding, layout, limits };
  return {
    format: 'csv',
    recognised: describe(csv),
    columns: layout.columns,
    hasHeader: layout.headerLine !== undefined,
    stage: (options) => stageCsv(csv, options),
    textOf: (lines) => textOfCsv(csv, lines),
  };
}

function describe({ file, encoding, layout }: CsvFile): Record<string, string> {
  return {
    delimiter: layout.dialect.delimiter === 9 ? 'tab' : String.fromCharCode(layout.dialect.delimiter),
    quote: layout.dialect.quote < 0 ? 'none' : String.fromCharCode(layout.dialect.quote),
    encoding: encoding.mixed ? `${encoding.encoding}, but not in all lines` : encoding.encoding,
    header: layout.headerLine === undefined ? 'none' : `line ${layout.headerLine}`,
    ...(file.compression === 'none' ? {} : { compression: file.compression }),
  };
}
