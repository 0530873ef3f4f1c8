import { integerRanges, type DuckTypeId, type IntegerRange } from '../../../catalog/index.ts';
import { readAs, type Carrier, type CarrierRule, type Forbidden } from './carrier.ts';

/** The signed and unsigned types of DuckDB, the narrow ones first; each one's values fit all that follow among the signed ones. */
const integers: readonly string[] = Object.keys(integerRanges);

function outside({ least, most }: IntegerRange): Forbidden {
  const range = `between ${least} and ${most}`;
  return { condition: `$ < ${least} OR $ > ${most}`, one: `is not ${range}`, several: `are not ${range}` };
}

export const integer =
  (wire: 'SMALLINT' | 'INTEGER' | 'BIGINT'): CarrierRule =>
  ({ id }) => {
    if (!integers.includes(id)) return undefined;
    const wider = integers.indexOf(id) > integers.indexOf(wire);
    return { ...(id === wire ? {} : readAs(wire)), forbidden: wider ? [outside(integerRanges[wire])] : [] };
  };

/** Numbers of up to this many digits are compared as they are. */
const quickDigits = 100;

function moreDigitsAfter(scale: number): Forbidden {
  const limit = `more than ${scale} digits after the point`;
  return {
    condition: `$ <> round($, ${scale})`,
    one: `has ${limit}`,
    several: `have ${limit}`,
    convert: `round($, ${scale})`,
  };
}

/** Compared as whole numbers: a comparison as DOUBLE would round the largest decimals up to the limit. */
function moreDigitsBefore(digits: number, id: DuckTypeId): Forbidden {
  const bound = `1${'0'.repeat(digits)}`;
  const limit = `more than ${digits} digits before the point`;
  const said = { one: `has ${limit}`, several: `have ${limit}` };
  if (id === 'BIGNUM') {
    // DuckDB writes long numbers slowly.
    const short = `CAST('1${'0'.repeat(Math.min(digits, quickDigits))}' AS BIGNUM)`;
    const isShort = `$ < ${short} AND $ > -${short}`;
    const condition = `CASE WHEN ${isShort} THEN false ELSE length(ltrim(CAST($ AS VARCHAR), '-')) > ${digits} END`;
    return { condition, ...said };
  }
  if (id === 'DECIMAL') return { condition: `abs(trunc($)::HUGEINT) >= ${bound}`, ...said };
  return { condition: `$ >= ${bound} OR $ <= -${bound}`, ...said };
}

/** PostgreSQL's numeric holds this many digits before the point. */
const mostDigits = 131_072;

/** A decimal or an integer into numeric(precision, scale): no digit may be lost on either side of the point. */
export const numeric: CarrierRule = (source, { precision, scale = 0 }) => {
  const { id } = source;
  const isInteger = integers.includes(id);
  if ((!isInteger && id !== 'DECIMAL' && id !== 'BIGNUM') || scale < 0) return undefined;
  const whole = precision === undefined ? mostDigits : precision - scale;
  // A 128-bit integer has at most 39 digits.
  const unlimited = id === 'BIGNUM' ? Number.POSITIVE_INFINITY : 39;
  const digits = id === 'DECIMAL' ? (source.precision ?? 38) - (source.scale ?? 0) : unlimited;
  const forbidden = [
    ...(precision !== undefined && (source.scale ?? 0) > scale ? [moreDigitsAfter(scale)] : []),
    ...(digits > whole ? [moreDigitsBefore(whole, id)] : []),
  ];
  return { ...numericWire(id, isInteger), forbidden };
};

/** A BIGNUM's digits go as text: DuckDB says nowhere how it keeps them. */
function numericWire(id: DuckTypeId, isInteger: boolean): Pick<Carrier, 'read'> {
  if (id === 'BIGNUM') return readAs('VARCHAR');
  return isInteger && id !== 'HUGEINT' && id !== 'UHUGEINT' ? readAs('HUGEINT') : {};
}
