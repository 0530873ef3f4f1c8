import type { Cell, ColumnType } from '@fluxion/contract';
import type { FileWriter } from './file-format.ts';

/** What a value of a type is, as text. */
type Print = (value: NonNullable<Cell>) => string;

interface Dialect {
  readonly delimiter: ',' | ';';
  /** What stands before everything else. */
  readonly mark: string;
  readonly header: (name: string, type: ColumnType) => string;
  readonly print: Readonly<Record<ColumnType, Print>>;
}

/**
 * Rows as text with delimiters: RFC 4180. A missing value is empty, and an empty text is `""`, so that they stay apart; only
 * in a single column a missing one is `""` too, or its line would be none.
 */
function delimited({ delimiter, mark, header, print }: Dialect): FileWriter {
  const special = new RegExp(`["\\r\\n${delimiter}]`);
  const quoted = (text: string) => (text === '' || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return async function* csv({ columns, rows }) {
    const prints = columns.map(({ type }) => print[type]);
    const missing = columns.length === 1 ? '""' : '';
    const names = columns.map(({ name, type }) => quoted(header(name, type)));
    let text = `${mark}${names.join(delimiter)}\r\n`;
    for await (const batch of rows) {
      for (const row of batch) {
        for (const [index, printed] of prints.entries()) {
          const value = row[index] ?? null;
          if (index > 0) text += delimiter;
          text += value === null ? missing : quoted(printed(value));
        }
        text += '\r\n';
      }
      yield text;
      text = '';
    }
    // There was no row.
    if (text !== '') yield text;
  };
}

/** Values exactly as JSON has them. */
export const writeCsv = delimited({
  delimiter: ',',
  mark: '',
  header: (name) => name,
  print: { text: String, integer: String, decimal: String, date: String, instant: String, boolean: String },
});

/**
 * Excel takes a text for a formula by its first character, also by its full-width form; spaces before it do not protect.
 * An apostrophe does.
 */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const defused: Print = (value) => (formula.test(String(value)) ? `'${String(value)}` : String(value));

const number = /^-?\d+(?:\.\d+)?$/;
const decimalComma: Print = (value) => {
  const text = String(value);
  return number.test(text) ? text.replace('.', ',') : defused(text);
};

/** The day and the time in UTC as Excel reads it, which knows no zones and thousandths of seconds at most. */
const instantUtc: Print = (value) => {
  const [, day, time, thousandths] = /^(\d{4}-\d\d-\d\d)T([\d:]{8})(?:\.(\d{1,3})\d*)?Z$/.exec(String(value)) ?? [];
  if (day === undefined || time === undefined) return defused(value);
  return `${day} ${time}${thousandths === undefined ? '' : `,${thousandths.padEnd(3, '0')}`}`;
};

/** As Excel opens it with a double click where decimals have a comma; no text of it is ever a formula. */
export const writeExcelCsv = delimited({
  delimiter: ';',
  mark: '\u{FEFF}',
  header: (name, type) => defused(type === 'instant' ? `${name} (UTC)` : name),
  print: {
    text: defused,
    integer: decimalComma,
    decimal: decimalComma,
    date: defused,
    instant: instantUtc,
    boolean: (value) => (value === true ? 'VERDADERO' : 'FALSO'),
  },
});
