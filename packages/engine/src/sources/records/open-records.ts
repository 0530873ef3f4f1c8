import { FluxionError } from '../../base/index.ts';
import { decode, encodingOf, type SourceFile } from '../bytes/index.ts';
import { openCsv } from '../csv/index.ts';
import type { FileFormat } from '../description/description.ts';
import { openJson } from '../json/index.ts';
import { openParquet } from '../parquet/index.ts';
import { openXlsx } from '../xlsx/index.ts';
import type { RecordFormat, Records } from './records.ts';

/** So much of a text tells what it is. */
const beginningLength = 1024;

/**
 * Opens a file as its format, or else its bytes, tell; its name tells nothing.
 * @param folder for what DuckDB has no room for in memory
 * @throws FluxionError FEED_UNREADABLE, FEED_AMBIGUOUS, FEED_REFUSED or SOURCE_CORRUPT, with what to do
 */
export async function openRecords(file: SourceFile, format: FileFormat, folder: string): Promise<Records> {
  if (file.empty)
    throw new FluxionError('FEED_UNREADABLE', `${file.path} is empty, without even a header: get the file again.`);
  const recognised = formatOfSignature(file) ?? (await formatOfText(file, format));
  checkTold(file, format.format, recognised);
  const { format: told = recognised } = format;
  if (told === 'parquet') return openParquet(file, folder);
  if (told === 'xlsx') return openXlsx(file, format);
  if (told === 'csv') return openCsv(file, format);
  // JSON tells itself whether it is lines or a document.
  return openJson(file, format);
}

function formatOfSignature({ signature }: SourceFile): RecordFormat | undefined {
  if (signature === 'parquet') return 'parquet';
  return signature === 'zip' ? 'xlsx' : undefined;
}

/** @throws FluxionError FEED_UNREADABLE if the file is neither of the two that have signatures, nor without one, as it is told */
function checkTold({ path }: SourceFile, told: RecordFormat | undefined, recognised: RecordFormat): void {
  const binary: readonly (RecordFormat | undefined)[] = ['parquet', 'xlsx'];
  if (told === undefined || told === recognised || (!binary.includes(told) && !binary.includes(recognised))) return;
  throw new FluxionError(
    'FEED_UNREADABLE',
    `${path} is said to be ${told}, and it is ${recognised}: leave the format out, or get the right file.`,
  );
}

/** Which of the formats of text it begins as. @throws FluxionError FEED_UNREADABLE if it is HTML */
async function formatOfText(file: SourceFile, format: FileFormat): Promise<'csv' | 'json'> {
  const { encoding } = encodingOf(file.evidence, format.encoding);
  let text = '';
  for await (const block of decode(file.read(), encoding)) {
    text = (text + block.toString('latin1')).trimStart();
    if (text.length >= beginningLength) break;
  }
  if (format.format === undefined && /^<(!doctype html|html|\?xml)/i.test(text))
    throw new FluxionError('FEED_UNREADABLE', `${file.path} is a page or an XML document, no feed: look what it says.`);
  // A header may begin with a bracket: [Fecha];[Monto].
  return /^(\{\s*(["}]|$)|\[\s*([{["\]]|$))/.test(text) ? 'json' : 'csv';
}
