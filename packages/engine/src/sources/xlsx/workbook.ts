import { posix } from 'node:path';
import { FluxionError } from '../../base/index.ts';
import type { Archive } from './archive.ts';
import { DateFormats } from './date-formats.ts';
import { parseXml } from './parse-xml.ts';
import { SharedStrings } from './shared-strings.ts';

/** What is never large: the list of sheets, of styles. */
const small = { mebibytes: 64 };
const sharedStringsLimit = { mebibytes: 256 };

export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

/** What a workbook says of itself. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904, as the first Excel for the Macintosh did. */
  readonly from1904: boolean;
  readonly formats: DateFormats;
  /** Reads the texts that cells refer to. */
  readonly sharedStrings: () => Promise<SharedStrings>;
}

interface Relationship {
  readonly type: string;
  readonly target: string;
}

/** @throws FluxionError FEED_UNREADABLE if the archive is no workbook; Error if it is damaged */
export async function readWorkbook(path: string, archive: Archive): Promise<Workbook> {
  if (!archive.has('_rels/.rels') && !archive.has('xl/workbook.xml')) throw noWorkbook(path, archive);
  const main = await mainPart(archive);
  if (main.endsWith('.bin')) throw noWorkbook(path, archive);
  const relationships = await relationshipsOf(archive, main);
  const partOf = (kind: string) => [...relationships.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target;
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await parseXml(archive.read(main, small), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const sheet = relationships.get(id ?? '');
      // Charts and macros have sheets without cells.
      if (sheet?.type.endsWith('/worksheet') === true)
        sheets.push({ name: attributes['name'] ?? '', part: sheet.target });
    },
  });
  const styles = partOf('styles');
  const strings = partOf('sharedStrings');
  return {
    sheets,
    from1904,
    formats: await DateFormats.read(styles === undefined ? undefined : archive.read(styles, small)),
    sharedStrings: () =>
      SharedStrings.read(strings === undefined ? undefined : archive.read(strings, sharedStringsLimit)),
  };
}

async function mainPart(archive: Archive): Promise<string> {
  if (!archive.has('_rels/.rels')) return 'xl/workbook.xml';
  const relationships = await relationshipsOf(archive, '');
  const main = [...relationships.values()].find(({ type }) => type.endsWith('/officeDocument'));
  return main?.target ?? 'xl/workbook.xml';
}

/** What a part refers to, by id. */
async function relationshipsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, Relationship>> {
  const folder = posix.dirname(part);
  const relationships = new Map<string, Relationship>();
  await parseXml(archive.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), small), {
    open(name, { Id, Type, Target = '' }) {
      if (name !== 'Relationship' || Id === undefined || Type === undefined) return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relationships.set(Id, { type: Type, target });
    },
  });
  return relationships;
}

function noWorkbook(path: string, archive: Archive): FluxionError {
  const what = archive.has('xl/workbook.bin')
    ? 'a binary workbook (.xlsb): save it as .xlsx'
    : archive.has('content.xml')
      ? 'an OpenDocument file: save it as .xlsx or CSV'
      : 'a zip archive and no workbook: unpack it first';
  return new FluxionError('FEED_UNREADABLE', `${path} is ${what}.`);
}
