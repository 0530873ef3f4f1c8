import { dateText, numberText } from './cell-number.ts';
import { parseXml, type Attributes, type XmlVisitor } from './parse-xml.ts';
import { plainText, type SharedStrings } from './shared-strings.ts';
import type { Workbook } from './workbook.ts';

/** XLSX has no more. */
export const mostColumns = 16_384;

/** A row that has values: its number from 1, and the text of each cell by column from 0; no text: an empty cell. */
export type RowVisitor = (number: number, cells: readonly (string | undefined)[]) => boolean;

/**
 * Reads the rows of a sheet that have values, until the visitor returns false. The array of cells is used anew.
 * @throws Error if the sheet is not well-formed
 */
export function readRows(
  blocks: AsyncIterable<Buffer>,
  workbook: Pick<Workbook, 'formats' | 'from1904'>,
  strings: SharedStrings,
  visit: RowVisitor,
): Promise<void> {
  return parseXml(blocks, new SheetVisitor(workbook, strings, visit));
}

class SheetVisitor implements XmlVisitor {
  done = false;
  readonly #workbook: Pick<Workbook, 'formats' | 'from1904'>;
  readonly #strings: SharedStrings;
  readonly #visit: RowVisitor;
  readonly #cells: (string | undefined)[] = [];
  #row = 0;
  #column = -1;
  #attributes: Attributes = {};
  #text = '';
  #isCell = false;
  #isText = false;
  #isReading = false;

  constructor(workbook: Pick<Workbook, 'formats' | 'from1904'>, strings: SharedStrings, visit: RowVisitor) {
    this.#workbook = workbook;
    this.#strings = strings;
    this.#visit = visit;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') {
      this.#row = attributes['r'] === undefined ? this.#row + 1 : Number(attributes['r']);
      this.#column = -1;
      this.#cells.length = 0;
    } else if (name === 'c') {
      this.#column = attributes['r'] === undefined ? this.#column + 1 : columnOf(attributes['r']);
      this.#attributes = attributes;
      this.#text = '';
      this.#isCell = true;
    } else if (name === 'rPh') this.#isReading = true;
    // A formula's own text is no value: the one that it had when the workbook was saved stands beside it.
    else if (name === 'v' || name === 't') this.#isText = this.#isCell && !this.#isReading;
  }

  text(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isReading = false;
    else if (name === 'c') {
      this.#isCell = false;
      if (this.#column < mostColumns) this.#cells[this.#column] = this.#value();
    } else if (name === 'row' && !this.done && this.#cells.some((text) => text !== undefined && text !== ''))
      this.done = !this.#visit(this.#row, this.#cells);
  }

  #value(): string | undefined {
    const { t: type = 'n', s: style } = this.#attributes;
    const text = this.#text;
    if (type === 's') return this.#strings.get(Number(text));
    if (type === 'b') return text === '1' || text === 'true' ? 'true' : text === '' ? undefined : 'false';
    if (type !== 'n') return plainText(text);
    if (text === '') return undefined;
    const kind = this.#workbook.formats.of(style);
    return kind === undefined ? numberText(text) : dateText(text, kind, this.#workbook.from1904);
  }
}

/** The column of a cell such as BC12, from 0. */
function columnOf(cell: string): number {
  let column = 0;
  for (let place = 0; place < cell.length; place++) {
    const letter = cell.charCodeAt(place) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column - 1;
}
