import type { TableFormat } from '@fluxion/contract';
import { writeArrow } from './arrow.ts';
import { writeCsv, writeExcelCsv } from './csv.ts';
import type { FileWriter } from './file-format.ts';
import { writeNdjson } from './ndjson.ts';
import { writeParquetFile } from './parquet.ts';
import { writeXlsx } from './xlsx/index.ts';

export { columnsOf } from './file-format.ts';

/** A format that rows are downloaded in. */
export type FileFormat = Exclude<TableFormat, 'json'>;

interface FormatOfFiles {
  /** What the names of its files end with. */
  readonly extension: string;
  readonly write: FileWriter;
}

export const fileFormats: Readonly<Record<FileFormat, FormatOfFiles>> = {
  ndjson: { extension: 'ndjson', write: writeNdjson },
  csv: { extension: 'csv', write: writeCsv },
  excel: { extension: 'csv', write: writeExcelCsv },
  xlsx: { extension: 'xlsx', write: writeXlsx },
  parquet: { extension: 'parquet', write: writeParquetFile },
  arrow: { extension: 'arrows', write: writeArrow },
};
