/** The kinds of feed, as `cargas.fuente` and feed.json name them. */
export const feedNames = [
  'ventas',
  'facturas',
  'inventario',
  'movimientos',
  'productos',
  'proveedores',
  'ubicaciones',
  'precios',
  'configuracion',
  'categorias',
  'producto_proveedor',
] as const;
export type FeedName = (typeof feedNames)[number];

export function isFeedName(name: string): name is FeedName {
  return (feedNames as readonly string[]).includes(name);
}

/** What a field's text must be, and what DuckDB type its value has once it is understood. */
export type FieldType =
  /** VARCHAR of at most so many characters; no limit: any. */
  | { readonly kind: 'text'; readonly maxLength?: number }
  /** DECIMAL(precision, scale). */
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  /** INTEGER. */
  | { readonly kind: 'integer' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  /** TIMESTAMPTZ; a text without an offset is in the store's own zone. */
  | { readonly kind: 'instant' }
  | { readonly kind: 'time' };

/** One of our columns that a feed may deliver. */
export interface FieldSpec {
  /** As the target's column is called, in Spanish. */
  readonly name: string;
  readonly type: FieldType;
  /** A line without a value is unreadable. */
  readonly required?: true;
  /** Headers under which it is found without being told; compared without case, accents, spaces and underscores. */
  readonly aliases?: readonly string[];
  /** The only values, compared without case. */
  readonly oneOf?: readonly string[];
  /** The value is never below this. */
  readonly minimum?: number;
  /** Taken as this product of two fields where the feed lacks it, if it fits without rounding. */
  readonly product?: readonly [string, string];
}

/** A kind of feed: what its lines hold and what they replace. */
export interface FeedSpec {
  readonly name: FeedName;
  /** One clause in English for help texts. */
  readonly summary: string;
  /**
   * What is replaced whole: a store's business day; or rows of a master table, each by its key, where other rows stay.
   */
  readonly unit: 'store-day' | 'row';
  /** Of a store-day feed these always include ubicacion_id, fecha and fecha_hora. */
  readonly fields: readonly FieldSpec[];
  /** Of each group a feed must deliver one: `[['fecha', 'fecha_hora'], ...]`, by itself, as a constant or by what is known of the file. */
  readonly oneOfEach: readonly (readonly string[])[];
  /** The fields whose sums are checked: of the file = loaded + rejected. */
  readonly totals: readonly string[];
  /**
   * The fields that number a line within a store-day: two lines that agree in these and in everything else are one line
   * that the source repeated. Where one of them is missing, lines are never the same.
   */
  readonly lineKey?: readonly string[];
}
