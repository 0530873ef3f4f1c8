import { FluxionError } from '../../../base/index.ts';
import type { FileFormat } from '../../description/description.ts';
import type { Dialect } from '../dialect.ts';
import { hasHeader } from './header.ts';
import type { RecordScanner } from '../record-scanner.ts';
import { sampleOf, type Beginning, type Sample } from './sample.ts';

/** How a CSV file is to be read. */
export interface Layout {
  readonly dialect: Dialect;
  readonly columns: readonly string[];
  /** The line that names the columns. */
  readonly headerLine: number | undefined;
  /** How many records stand before the data. */
  readonly skip: number;
  /** How many fields each record of the data has. */
  readonly fields: number;
}

/** Where two are as good, the earlier: decimal commas may stand in every line too. */
const delimiters = ['\t', ';', '|', ','];
/** What Excel writes before everything, for itself. */
const excelsLine = /^sep=([\x20-\x7e\t])[\r\n]/i;

interface Candidate extends Sample {
  readonly dialect: Dialect;
  readonly quality: number;
}

/** What the beginning of a text comes to: a layout; no record at all; a first record that cannot be read. */
export type Recognition =
  | { readonly kind: 'layout'; readonly layout: Layout }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly scanner: RecordScanner };

/**
 * The layout that the beginning of a text shows, or that is told.
 * @throws FluxionError FEED_UNREADABLE if delimiter or quote are no single sign
 */
export function recogniseLayout(beginning: Beginning, format: FileFormat, recordBytes: number): Recognition {
  const quote = format.quote === undefined ? 0x22 : byteOf('quote', format.quote, { none: -1, '': -1 });
  const excels = excelsLine.exec(beginning.bytes.toString('latin1', 0, Math.min(beginning.length, 6)))?.[1];
  const before = excels === undefined ? 0 : 1;
  const told = format.delimiter ?? excels;
  const candidates = (told === undefined ? delimiters : [told]).map((delimiter): Candidate => {
    const dialect = { delimiter: byteOf('delimiter', delimiter, { tab: 9, '\\t': 9 }), quote };
    const sample = sampleOf(beginning, { dialect, recordBytes, before });
    return { ...sample, dialect, quality: qualityOf(sample.records) };
  });
  const best = candidates.reduce((one, other) => (other.quality > one.quality || one.quality === 0 ? other : one));
  if (best.unreadable) return { kind: 'unreadable', scanner: best.unreadable };
  // Blanks name no columns; told that there is no header, they are values.
  if (best.records.length === 0 || (format.header !== false && best.records.every(isBlank))) return { kind: 'none' };
  return { kind: 'layout', layout: layoutOf(best, before, format.header) };
}

const isBlank = (record: readonly string[]) => record.every((text) => text.trim() === '');

function layoutOf({ dialect, records, lines }: Candidate, before: number, told: boolean | undefined): Layout {
  const [first = []] = records;
  const isNamed = told ?? hasHeader(records);
  const data = isNamed ? records.slice(1) : records;
  const fields = usualCount(data) ?? first.length;
  if (!isNamed) {
    const columns = Array.from({ length: fields }, (_, index) => `${index + 1}`);
    return { dialect, columns, headerLine: undefined, skip: before, fields };
  }
  const named = { dialect, headerLine: lines[0], skip: before + 1 };
  const isEmptyBehind = data.every((row) => row.length !== fields || row[first.length] === '');
  // A delimiter behind the last field, in all lines but the header or in the header only.
  if (fields === first.length + 1 && isEmptyBehind) return { ...named, columns: first, fields };
  if (fields === first.length - 1 && first.at(-1) === '') return { ...named, columns: first.slice(0, -1), fields };
  return { ...named, columns: first, fields: first.length };
}

/** How well records come apart, from 0 to 10: how many have as many fields as most have, and more than one. */
function qualityOf(records: Sample['records']): number {
  const usual = usualCount(records) ?? 1;
  if (usual < 2) return 0;
  const share = records.filter((record) => record.length === usual).length / records.length;
  // A sign that belongs to the values, such as a decimal comma, is not in the header.
  return Math.round(share * (records[0]?.length === usual ? 10 : 5));
}

/** The number of fields that most records have. */
function usualCount(records: Sample['records']): number | undefined {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0];
}

function byteOf(what: 'delimiter' | 'quote', told: string, words: Readonly<Record<string, number>>): number {
  const byte = words[told.toLowerCase()] ?? (told.length === 1 ? told.charCodeAt(0) : 0);
  if (byte !== 0 && byte < 0x80 && byte !== 10 && byte !== 13) return byte;
  throw new FluxionError('FEED_UNREADABLE', `The ${what} ${JSON.stringify(told)} is not a single sign of ASCII.`);
}
