import { quoteLiteral } from '../../../base/index.ts';
import type { FieldSpec } from '../../../sources/index.ts';
import { column, firstReason, type Layer, type Reading } from '../layers.ts';
import { numberBody } from './body.ts';
import { numberPattern, theOther, type DecimalSign } from './patterns.ts';

export interface NumberRules {
  readonly decimal: DecimalSign;
  /** Rounds decimals that a column has no room for, half away from zero. */
  readonly round: boolean;
}

/** How a number is read: exactly, or not at all. `integer` fields take no fraction but zeros. */
export function readNumber(field: FieldSpec, rules: NumberRules): Reading {
  const { name, type, minimum } = field;
  const plain = column('plain', name);
  const whole = column('whole', name);
  const fraction = column('fraction', name);
  const scale = type.kind === 'decimal' ? type.scale : 0;
  const precision = type.kind === 'decimal' ? type.precision : 10;
  const kept = rules.round ? `left(${fraction}, ${scale + 1})` : fraction;
  const exact = `${column('sign', name)} || '0' || ${whole} || '.' || ${kept}`;
  const fits = rules.round ? 'true' : `length(${fraction}) <= ${scale}`;
  const target = type.kind === 'decimal' ? `DECIMAL(${precision}, ${scale})` : 'INTEGER';
  const narrow = `CASE WHEN ${fits} THEN TRY_CAST(TRY_CAST(${exact} AS DECIMAL(38, ${scale})) AS ${target}) END`;
  const value = column('value', name);
  const layers: Layer[] = [
    ...numberBody(name),
    { [plain]: plainNumber(name, rules.decimal) },
    {
      [whole]: `ltrim(split_part(${plain}, '.', 1), '0')`,
      [fraction]: `rtrim(split_part(${plain}, '.', 2), '0')`,
    },
    {
      [value]: narrow,
      [column('wide', name)]: `CASE WHEN ${fits} THEN TRY_CAST(${exact} AS DECIMAL(38, ${scale})) END`,
    },
  ];
  const tooLarge =
    type.kind === 'decimal'
      ? `has more than ${precision - scale} digits before the decimal sign`
      : 'is too large for a whole number';
  const tooExact = type.kind === 'decimal' ? `has more than ${scale} decimals` : 'is not a whole number';
  const reason = firstReason(
    [`${column('text', name)} IS NULL`, 'NULL'],
    [`${plain} IS NULL`, notANumber(name, rules.decimal)],
    [`NOT (${fits})`, quoteLiteral(tooExact)],
    [`${value} IS NULL`, quoteLiteral(tooLarge)],
    ...(minimum === undefined ? [] : [[`${value} < ${minimum}`, quoteLiteral(`is less than ${minimum}`)] as const]),
  );
  return { layers, value, reason, wide: column('wide', name) };
}

/** The number as digits with at most one point, without its sign; NULL if it is none. */
function plainNumber(field: string, decimal: DecimalSign): string {
  const body = column('body', field);
  const thousands = `regexp_replace(${body}, ${quoteLiteral(`[^0-9${decimal}]`)}, '', 'g')`;
  const digits = decimal === '.' ? thousands : `replace(${thousands}, ',', '.')`;
  return `CASE WHEN NOT regexp_full_match(${body}, ${quoteLiteral(numberPattern(decimal))}) THEN NULL
    WHEN contains(lower(${body}), 'e') THEN ${withoutExponent(`replace(lower(${body}), ',', '.')`)}
    ELSE ${digits} END`;
}

/** '1.5e+3' as '1500.': moves the point within the digits, so that nothing is lost. */
function withoutExponent(number: string): string {
  const mantissa = `split_part(${number}, 'e', 1)`;
  const digits = `replace(${mantissa}, '.', '')`;
  const decimals = `(length(split_part(${mantissa}, '.', 2)) - split_part(${number}, 'e', 2)::INTEGER)::INTEGER`;
  const places = `greatest(0, ${decimals})`;
  const shifted = `${digits} || repeat('0', greatest(0, -${decimals}))`;
  const padded = `lpad(${shifted}, greatest(length(${shifted})::INTEGER, ${places}), '0')`;
  return `left(${padded}, length(${padded}) - ${places}) || '.' || right(${padded}, ${places})`;
}

function notANumber(field: string, decimal: DecimalSign): string {
  const other = theOther(decimal);
  const sign = (one: DecimalSign) => (one === '.' ? 'a decimal point' : 'a decimal comma');
  return `CASE WHEN regexp_full_match(${column('body', field)}, ${quoteLiteral(numberPattern(other))})
    THEN ${quoteLiteral(`is written with ${sign(other)}, and the file's numbers with ${sign(decimal)}`)}
    ELSE 'is not a number' END`;
}
