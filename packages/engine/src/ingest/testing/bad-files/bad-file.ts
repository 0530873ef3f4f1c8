import type { ErrorCode } from '../../../base/index.ts';
import type { FileFlags } from '../../../sources/index.ts';
import type { Outcome } from '../../report.ts';

/** A file that has something wrong with it, and what is to come of it. */
export interface BadFile {
  readonly kind: string;
  /** Files of a folder by name. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** `--feed ventas` unless told. */
  readonly flags?: FileFlags;
  readonly maxErrors?: number;
  readonly expected: Expected;
}

export interface Expected {
  /** Of the last of the files; 'stopped': it is refused before anything is looked at. */
  readonly outcome: Outcome | 'stopped';
  readonly error?: ErrorCode;
  /** The sentence, without the folder of the files; without it nothing is said. */
  readonly says?: string;
  /** 'read = loaded + rejected + repeated'; of a file that cannot be read all are 0. */
  readonly counts?: string;
  /** 'line field "value" reason', or 'line reason' of one that cannot be read at all. */
  readonly rejects?: readonly string[];
  /** The sales that are there then, besides the old ones. */
  readonly sales?: readonly string[];
  /** Products and stores that were made. */
  readonly placeholders?: number;
}

/** The sales that are there before each of the files comes: of a day that most of them are not about. */
export const oldDay = { store: 'T1', date: '2024-05-06', sale: 'T1 2024-05-06 OLD 1 P1 1 1' } as const;

export const storesSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria) VALUES
    ('T1', 'C1', 'Uno', 'tienda', 'America/Caracas'), ('T2', 'C2', 'Dos', 'tienda', 'America/Caracas'),
    ('NY', 'C3', 'Tres', 'tienda', 'America/New_York');
  INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('P1', 'P1', 'Harina', 'Víveres')`;

export const columns = ['tienda', 'fecha', 'factura', 'linea', 'producto', 'cantidad', 'precio'] as const;
export const header = columns.join(',');

type Texts = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/** The texts of a line of sales that is all right, but for what is told. */
const texts = (line: number, told: Texts = {}) => ({
  tienda: 'C1',
  fecha: '2024-05-07',
  factura: 'A',
  linea: `${line}`,
  producto: 'P1',
  cantidad: '2',
  precio: '1.50',
  ...told,
});

/** As a line of CSV. */
export const sale = (line: number, told?: Texts): string => Object.values(texts(line, told)).join(',');

/** As an object of JSON. */
export const record = (line: number, told?: Texts): Readonly<Record<string, string>> => texts(line, told);

export const csv = (...lines: readonly string[]): string => `${[header, ...lines].join('\n')}\n`;

/** The sale that such a line is once it is loaded. */
export const sold = (line: number, { producto = 'P1', amounts = '2 3' } = {}): string =>
  `T1 2024-05-07 A ${line} ${producto} ${amounts}`;

/** How a file that lacks columns is refused. */
export const needsColumns = (columnsThere: string, more = ''): string =>
  `The feed ventas needs ubicacion_id, fecha or fecha_hora, producto_id, cantidad, monto_total (or cantidad and precio_unitario, of which it is the product), which none of its columns is called: ${columnsThere}. ` +
  `Say it in feed.json, as in "columns": {"ubicacion_id": "THEIR NAME"}, or with --column "ubicacion_id=THEIR NAME", or with --store if all of it is of one store, or with --date if all of it is of one day.${more}`;

/** What is said where a file has one column only. */
export const oneColumn =
  ' It seems to have one column only: take away lines above its header, or tell its --delimiter.';
