import { quoteLiteral } from '../../../base/index.ts';
import type { FieldSpec } from '../../../sources/index.ts';
import { column, firstReason, type Reading } from '../layers.ts';

/** How a field is had that is the product of two others, whose values are SQL: exactly, or rounded where that is told. */
export function deriveProduct(
  { name, type, product }: FieldSpec,
  values: readonly [string, string],
  round: boolean,
): Reading {
  if (type.kind !== 'decimal' || product === undefined) throw new TypeError(`${name} is no product`);
  const { precision, scale } = type;
  const exact = column('product', name);
  const [value, wide] = [column('value', name), column('wide', name)];
  const isExact = (cast: string) => (round ? cast : `CASE WHEN ${cast} = ${exact} THEN ${cast} END`);
  const narrow = `TRY_CAST(${exact} AS DECIMAL(${precision}, ${scale}))`;
  const whole = `TRY_CAST(${exact} AS DECIMAL(38, ${scale}))`;
  const formula = product.join(' x ');
  return {
    layers: [{ [exact]: `(${values[0]}) * (${values[1]})` }, { [value]: isExact(narrow), [wide]: isExact(whole) }],
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
