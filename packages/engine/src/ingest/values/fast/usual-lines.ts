import { layered, sideBySide } from '../layers.ts';
import {
  businessDate,
  businessDateSql,
  hasText,
  isOfStoreDay,
  isRequired,
  valueOf,
  withStore,
  type Delivered,
} from '../lines.ts';
import { deriveProduct } from '../judge/product.ts';
import { readFast } from './columns.ts';
import { fastTextLayer } from './text.ts';
import type { DateForm } from './forms.ts';

/** Lines read in the usual forms: a relation with their values, and SQL that is true of those whose values are right. */
export interface UsualLines {
  readonly from: string;
  readonly accepted: string;
}

/** Reads the lines of a table of texts in the forms that most of them have. */
export function usualLines(raw: string, delivered: Delivered, forms: ReadonlyMap<string, DateForm>): UsualLines {
  const { fields, formats } = delivered;
  const read = fields.filter(hasText);
  const readings = read.map((field) => readFast(field, delivered, forms.get(field.name)));
  const texts = Object.assign({}, ...read.map((field) => fastTextLayer(field, formats.told.nullTexts)));
  const products = fields.filter(({ product }) => product !== undefined).map((field) => derived(delivered, field));
  const absent = fields.filter((field) => !hasText(field) && !field.product);
  const lines = layered(`(${withStore(layered(raw, [texts]), delivered, true)})`, [
    ...sideBySide([...readings, absentLayer(absent)]),
    ...sideBySide(products),
    delivered.isStoreDay ? { [businessDate]: businessDateSql(delivered) } : {},
  ]);
  const accepted = [
    ...isOfStoreDay(delivered),
    ...readings.map(({ accepts }) => accepts),
    ...products.map(({ accepts }) => accepts),
  ];
  return { from: `(${lines})`, accepted: accepted.length === 0 ? 'true' : accepted.join(' AND ') };
}

const absentLayer = (fields: Delivered['fields']) => ({
  layers: [Object.fromEntries(fields.map(({ name, type }) => [valueOf(name), `NULL::${type}`]))],
});

function derived(delivered: Delivered, field: Delivered['fields'][number]) {
  const { name, product = [] } = field;
  const factors = product.map(valueOf);
  const { layers, value } = deriveProduct(field, delivered.fields, delivered.formats.told.excessDecimals === 'round');
  const without = isRequired(field, delivered) ? 'false' : factors.map((factor) => `${factor} IS NULL`).join(' OR ');
  return { layers: [...layers, { [valueOf(name)]: value }], accepts: `(${value} IS NOT NULL OR ${without})` };
}
