import { crc32, deflateRawSync } from 'node:zlib';

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A file for a zip archive. */
export interface ZippedFile {
  readonly name: string;
  readonly content: string | Buffer;
  /** What its entry says of it besides what is true. */
  readonly says?: { readonly expandedBytes?: number; readonly crc32?: number; readonly encrypted?: boolean };
}

/** The bytes of a zip archive: PKWARE's APPNOTE, 4.3. */
export function zipOf(files: readonly ZippedFile[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, says = {} } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(says.encrypted === true ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(says.crc32 ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says.expandedBytes ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

export interface WorkbookContent {
  /** What is within each sheet's <sheetData>, by name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Each shared text: what is within its <si>. */
  readonly strings?: readonly string[];
  /** The number formats of the styles 1, 2, ...: a built-in one's number, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly from1904?: boolean;
}

/** The files of a workbook, as a spreadsheet program writes them. */
export function workbookFiles({ sheets, strings, formats = [], from1904 = false }: WorkbookContent): ZippedFile[] {
  const names = Object.keys(sheets);
  const relationship = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  const listed = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`).join('');
  const related = [
    ...names.map((_, index) => relationship(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relationship('styles', 'styles', '/xl/styles.xml'),
    ...(strings ? [relationship('strings', 'sharedStrings', 'sharedStrings.xml')] : []),
  ];
  const own = formats.map((code, index) =>
    typeof code === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>` : '',
  );
  const styles = [0, ...formats].map((code, index) =>
    typeof code === 'number' ? `<xf numFmtId="${code}"/>` : `<xf numFmtId="${199 + index}"/>`,
  );
  return [
    {
      name: '_rels/.rels',
      content: `<Relationships>${relationship('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${type}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${listed}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${related.join('')}</Relationships>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    },
    ...(strings
      ? [{ name: 'xl/sharedStrings.xml', content: `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>` }]
      : []),
    ...names.map((name, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
    })),
  ];
}

/** The bytes of a workbook. */
export function workbookOf(content: WorkbookContent): Buffer {
  return zipOf(workbookFiles(content));
}
