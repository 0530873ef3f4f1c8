import { quoteLiteral } from '../../../base/index.ts';
import { column, type Layer } from '../layers.ts';

/** Currency signs that may stand before or behind a number. */
const currency = String.raw`(?i:Bs\.?|US\$|USD|EUR|VES|\$|€)`;
const spaces = String.raw`[\s\p{Z}]*`;
const before = String.raw`^([-+\x{2212}(]*)${spaces}${currency}${spaces}`;
const behind = String.raw`${spaces}${currency}${spaces}([-\x{2212})]*)$`;

/** Digits and separators only: nothing to take away. */
const bare = quoteLiteral('[0-9.,]*');

/**
 * Layers that part a number's text into its sign ('-' or '') in the column `sign` of the field and the rest, without
 * currency, sign and parentheses, in the column `body`. What is no number keeps something in its body that no pattern
 * of a number has.
 */
export function numberBody(field: string): Layer[] {
  const text = column('text', field);
  const amount = column('amount', field);
  const first = `left(${amount}, 1)`;
  const last = `right(${amount}, 1)`;
  const minus = `('-', '\u2212')`;
  const inParentheses = `(${first} = '(' AND ${last} = ')')`;
  return [
    {
      [amount]: `CASE WHEN regexp_full_match(${text}, ${bare}) THEN ${text}
        ELSE regexp_replace(regexp_replace(${text}, ${quoteLiteral(before)}, '\\1'), ${quoteLiteral(behind)}, '\\1') END`,
    },
    {
      [column('sign', field)]:
        `CASE WHEN ${inParentheses} OR ${first} IN ${minus} OR ${last} IN ${minus} THEN '-' ELSE '' END`,
      [column('body', field)]: `CASE WHEN ${inParentheses} THEN trim(${amount}[2:-2])
        WHEN ${first} IN ${minus} OR ${first} = '+' THEN trim(${amount}[2:])
        WHEN ${last} IN ${minus} THEN trim(${amount}[:-2])
        ELSE ${amount} END`,
    },
  ];
}
