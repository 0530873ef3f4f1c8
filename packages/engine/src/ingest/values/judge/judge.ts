import { quoteLiteral } from '../../../base/index.ts';
import type { Field } from '../fields.ts';
import { column, firstReason, layered, sideBySide, type Layer, type Reading } from '../layers.ts';
import {
  businessDate,
  businessDateSql,
  hasText,
  isRequired,
  storeDayReasons,
  valueOf,
  withStore,
  zoneIndex,
  type Delivered,
} from '../lines.ts';
import { trimmedText } from '../texts/text.ts';
import { deriveProduct } from './product.ts';
import { readingOf } from './readings.ts';

/** Of a rejected line more of the value is not kept. */
const valueLimit = 200;

/** Columns of a judged line: the field at fault, its text, and why; NULL where nothing is. */
export const fault = { field: '"fault:field"', value: '"fault:value"', reason: '"fault:reason"' } as const;

const reasonOf = (field: string) => column('e', field);
/** Amounts that the column may have no room for. */
export const wideOf = (field: string): string => column('w', field);

/**
 * A query that reads lines carefully, whatever they look like: with all that the lines have, the typed values (`valueOf`), the
 * store (`storeId`), the business date, and the fault.
 * @param from a relation for FROM with the columns of the raw table
 * @param second SQL over it: whether a time in an hour that comes twice is of the second time
 */
export function judgedLines(from: string, delivered: Delivered, second?: string): string {
  return layered(`(${readLines(from, delivered, second)})`, [
    businessLayer(delivered),
    reasonLayer(delivered),
    { [fault.field]: firstFault(delivered.fields, ({ name }) => quoteLiteral(name)) },
    {
      [fault.value]: byFault(delivered.fields, (field) => faultyText(field)),
      [fault.reason]: byFault(delivered.fields, ({ name }) => column('f', name)),
    },
  ]);
}

/** The lines with their values, and why single fields cannot be read. */
export function readLines(from: string, delivered: Delivered, second?: string): string {
  const { fields, formats, places } = delivered;
  const texts = sideBySide(fields.filter(hasText).map((field) => ({ layers: trimmedText(field, formats.told) })));
  const rules = (field: Field) => ({
    order: formats.dateOrder ?? 'dmy',
    places,
    zoneIndex,
    second: field.name === 'fecha_hora' ? second : undefined,
    needsTime: field.name === 'fecha_hora',
  });
  const readings = new Map<string, Reading>(
    fields.filter(hasText).map((field) => [field.name, readingOf(field.spec, formats, rules(field))]),
  );
  const round = formats.told.excessDecimals === 'round';
  const derived = fields.filter(({ product }) => product !== undefined);
  for (const field of derived) readings.set(field.name, deriveProduct(field, fields, round));
  const read = fields.filter(hasText);
  const layersOf = (some: readonly Field[]) => [
    ...sideBySide(some.map(({ name }) => readings.get(name) ?? nothing)),
    Object.assign({}, ...some.map(({ name }) => outcome(name, readings.get(name) ?? nothing))),
  ];
  const absent = fields.filter((field) => !hasText(field) && !field.product);
  const absentLayer: Layer = Object.fromEntries(absent.map(({ name, type }) => [valueOf(name), `NULL::${type}`]));
  return layered(`(${withStore(layered(from, texts), delivered)})`, [
    ...layersOf(read),
    ...(derived.length > 0 ? layersOf(derived) : []),
    absentLayer,
  ]);
}

const nothing: Reading = { layers: [], value: 'NULL', reason: 'NULL::VARCHAR' };

const outcome = (name: string, { value, reason, wide }: Reading): Layer => ({
  [valueOf(name)]: value,
  [reasonOf(name)]: reason,
  ...(wide === undefined ? {} : { [wideOf(name)]: wide }),
});

const businessLayer = (delivered: Delivered): Layer =>
  delivered.isStoreDay ? { [businessDate]: businessDateSql(delivered) } : {};

/** Why a field is at fault, with what the feed and the delivery demand of it. */
function reasonLayer(delivered: Delivered): Layer {
  const ofDay = storeDayReasons(delivered);
  return Object.fromEntries(
    delivered.fields.map((field) => {
      const { name, product } = field;
      const missing = product ? `is missing, as ${product.join(' or ')} is` : 'is missing';
      const isNull = product ? `${valueOf(name)} IS NULL` : `${column('text', name)} IS NULL`;
      const known = hasText(field) || product;
      const demanded = ofDay[name];
      return [
        column('f', name),
        firstReason(
          ...(known ? [[`${reasonOf(name)} IS NOT NULL`, reasonOf(name)] as const] : []),
          ...(known && isRequired(field, delivered) ? [[isNull, quoteLiteral(missing)] as const] : []),
          ...(demanded === undefined ? [] : [[`(${demanded}) IS NOT NULL`, demanded] as const]),
        ),
      ];
    }),
  );
}

function firstFault(fields: readonly Field[], sql: (field: Field) => string): string {
  return firstReason(...fields.map((field) => [`${column('f', field.name)} IS NOT NULL`, sql(field)] as const));
}

const byFault = (fields: readonly Field[], sql: (field: Field) => string) =>
  `CASE ${fault.field} ${fields.map((field) => `WHEN ${quoteLiteral(field.name)} THEN ${sql(field)}`).join(' ')} END`;

function faultyText({ name, raw, standIn, product }: Field): string {
  if (product) return `${column('product', name)}::VARCHAR`;
  const text = raw ?? (standIn === undefined ? 'NULL::VARCHAR' : quoteLiteral(standIn));
  return `left(${text}, ${valueLimit})`;
}
