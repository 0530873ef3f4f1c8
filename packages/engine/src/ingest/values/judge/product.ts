import { quoteLiteral } from '../../../base/index.ts';
import type { Field } from '../fields.ts';
import { column, firstReason, type Reading } from '../layers.ts';
import { valueOf } from '../lines.ts';

/** How a field is had that is the product of two others of them: exactly, or rounded where that is told. */
export function deriveProduct({ spec, name }: Field, fields: readonly Field[], round: boolean): Reading {
  const { type, product } = spec;
  if (type.kind !== 'decimal' || product === undefined) throw new TypeError(`${name} is no product`);
  const { precision, scale } = type;
  const exact = column('product', name);
  const [value, wide] = [column('value', name), column('wide', name)];
  const isExact = (cast: string) => (round ? cast : `CASE WHEN ${cast} = ${exact} THEN ${cast} END`);
  const narrow = `TRY_CAST(${exact} AS DECIMAL(${precision}, ${scale}))`;
  const whole = `TRY_CAST(${exact} AS DECIMAL(38, ${scale}))`;
  const formula = product.join(' x ');
  return {
    layers: [
      { [exact]: product.map((factor) => wideValue(factor, fields)).join(' * ') },
      { [value]: isExact(narrow), [wide]: isExact(whole) },
    ],
    value,
    wide,
    reason: firstReason(
      [`${exact} IS NULL`, 'NULL'],
      [`${wide} IS NULL`, quoteLiteral(`is ${formula} with more than the ${scale} decimals that it may have`)],
      [
        `${value} IS NULL`,
        quoteLiteral(`is ${formula}, which has more than ${precision - scale} digits before the decimal sign`),
      ],
    ),
  };
}

/** DuckDB multiplies decimals of up to 18 digits within 18 digits. */
function wideValue(factor: string, fields: readonly Field[]): string {
  const type = fields.find(({ name }) => name === factor)?.spec.type;
  return `${valueOf(factor)}::DECIMAL(38, ${type?.kind === 'decimal' ? type.scale : 0})`;
}
