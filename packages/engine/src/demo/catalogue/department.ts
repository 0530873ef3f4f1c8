/** One department of the made-up chain's catalogue, as a merchandiser would write it down. */
export interface Department {
  readonly categoria: string;
  /** The part of the shop that it belongs to. */
  readonly grupo: string;
  /** Share of the price that is margin, in hundredths. */
  readonly margen: number;
  /** Value-added tax in percent: 0 for what Venezuela exempts (basic food, medicines), else 16. */
  readonly iva: 0 | 16;
  readonly refrigerado: boolean;
  /** Made-up brands, separated by `;`. */
  readonly marcas: string;
  /**
   * One family of products a line, its fields separated by `|`: subcategoría, product (with a `*` before it: each variant
   * is a product's whole name), price in USD of the first presentation, days until it expires (`-`: never), season (`-`: none), popularity (1 to 9), variants (`;`),
   * presentations (`;`). A presentation `kg` is sold by weight and has no brand.
   */
  readonly familias: string;
}
