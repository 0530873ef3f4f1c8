import { quoteLiteral } from '../../../base/index.ts';
import type { Field } from '../fields.ts';
import { column } from '../layers.ts';
import { valueOf, type Delivered } from '../lines.ts';
import type { FastReading } from './forms.ts';

/** A number of plain digits, with no more of them than its column has room for: then DuckDB's cast is exact. */
export function usualNumber({ spec, name }: Field, { formats }: Delivered): FastReading {
  const text = column('text', name);
  const { type, minimum } = spec;
  const least = minimum === undefined ? '' : ` AND ${valueOf(name)} >= ${minimum}`;
  const form = (pattern: string) => `regexp_full_match(${text}, ${quoteLiteral(pattern)})${least}`;
  if (type.kind !== 'decimal') {
    return {
      layers: [{ [valueOf(name)]: `TRY_CAST(${text} AS INTEGER)` }],
      accepts: form('-?[0-9]{1,9}'),
    };
  }
  const digits = `-?[0-9]{1,${type.precision - type.scale}}`;
  const target = `DECIMAL(${type.precision}, ${type.scale})`;
  if (formats.decimal === undefined)
    return { layers: [{ [valueOf(name)]: `TRY_CAST(${text} AS ${target})` }], accepts: form(digits) };
  const comma = formats.decimal === ',';
  const plain = comma ? `replace(${text}, ',', '.')` : text;
  return {
    layers: [{ [valueOf(name)]: `TRY_CAST(${plain} AS ${target})` }],
    accepts: form(`${digits}(?:${comma ? ',' : String.raw`\.`}[0-9]{1,${type.scale}})?`),
  };
}
