import { parseXml } from './parse-xml.ts';

/** What a number format shows of a number: a day with or without its time, a time of day, hours that have gone by. */
export type DateKind = 'date' | 'datetime' | 'time' | 'elapsed';

/** The formats that every workbook has, by their number: ECMA-376 part 1, 18.8.30. */
const builtIn: Readonly<Record<number, DateKind>> = {
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'datetime',
  45: 'time',
  46: 'elapsed',
  47: 'time',
};

/** Which cells are dates: a workbook knows them by their number format only. */
export class DateFormats {
  readonly #kinds: (DateKind | undefined)[] = [];

  /** @param blocks of the styles; undefined: the workbook has none. @throws Error if they are not well-formed */
  static async read(blocks: AsyncIterable<Buffer> | undefined): Promise<DateFormats> {
    const formats = new DateFormats();
    const own = new Map<number, DateKind | undefined>();
    let isCellFormat = false;
    if (blocks === undefined) return formats;
    await parseXml(blocks, {
      open(name, { numFmtId, formatCode }) {
        if (name === 'cellXfs') isCellFormat = true;
        const id = Number(numFmtId);
        if (name === 'numFmt' && formatCode !== undefined) own.set(id, kindOfFormat(formatCode));
        if (name === 'xf' && isCellFormat) formats.#kinds.push(own.has(id) ? own.get(id) : builtIn[id]);
      },
      close(name) {
        if (name === 'cellXfs') isCellFormat = false;
      },
    });
    return formats;
  }

  /** What a cell of a style shows; undefined: it is no date. */
  of(style: string | undefined): DateKind | undefined {
    return this.#kinds[Number(style ?? 0)];
  }
}

/** What a format of the workbook's own shows, such as 'dd/mm/yyyy hh:mm'; undefined: it is no date. */
function kindOfFormat(code: string): DateKind | undefined {
  const [shown = ''] = code
    .toLowerCase()
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';');
  if (/\[(h+|m+|s+)\]/.test(shown)) return 'elapsed';
  const letters = shown.replaceAll(/\[[^\]]*\]/g, '').replaceAll(/am\/pm|a\/p|general/g, '');
  if (!/[dmyhs]/.test(letters)) return undefined;
  const hasTime = /[hs]/.test(letters);
  const hasDay = /[dy]/.test(letters) || !hasTime;
  return hasDay ? (hasTime ? 'datetime' : 'date') : 'time';
}
