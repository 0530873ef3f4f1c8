import type { Settings } from '../../config/settings.ts';
import { billOf } from '../bill.ts';
import { choicesOf, economical, type Choice } from '../choices.ts';
import type { Group, Line } from '../line.ts';
import { hoursAMonth, pricesOf, type Price } from '../prices.ts';
import { change, databaseVerdict, dollars, totalVerdict } from './verdict.ts';

/** A bill for a terminal: every line, how it compares with the plan, and what else could be chosen. */
export function printedBill(settings: Settings): string {
  const bill = billOf(settings);
  const rows = (group: Group) => bill.lines.filter((line) => line.group === group).map(indented);
  const title = `${settings.environment}, ${settings.region}, a month of ${hoursAMonth} hours, prices of ${pricesOf}`;
  return [
    title,
    ...grid([
      ['', '', '', ''],
      ['The database', '', '', ''],
      ...rows('database'),
      ['  together', '', '', dollars(bill.databaseUsd)],
      ['', '', '', ''],
      ['Everything else', '', '', ''],
      ...rows('rest'),
      ['  together', '', '', dollars(bill.restUsd)],
      ['', '', '', ''],
      ['Everything', '', '', dollars(bill.totalUsd)],
    ]),
    '',
    `Database: ${databaseVerdict(bill)}.`,
    `Everything: ${totalVerdict(bill)}.`,
    ...printedChoices(settings, bill.totalUsd),
    '',
  ].join('\n');
}

function printedChoices(settings: Settings, totalUsd: number): string[] {
  const choices = choicesOf(settings);
  const list = (title: string, some: readonly Choice[]) =>
    some.length === 0
      ? []
      : ['', title, ...some.map(({ usd, name, meaning }) => `  ${change(usd).padStart(8)}  ${name}: ${meaning}`)];
  const least = billOf(economical(settings));
  return [
    ...list(
      'Cheaper',
      choices.filter(({ usd }) => usd < 0),
    ),
    ...list(
      'Dearer',
      choices.filter(({ usd }) => usd > 0),
    ),
    ...(least.totalUsd < totalUsd
      ? [
          '',
          `One zone, one task, a NAT instance: ${dollars(least.totalUsd)}, ${dollars(least.databaseUsd)} of it the database.`,
        ]
      : []),
  ];
}

/** A line in words: what, how much, at which price, together. */
export function cells({ what, quantity, price, usd }: Line): [string, string, string, string] {
  return [what, `${amount(quantity)} ${unit(price, quantity)}`, `x $${price.usd}`, dollars(usd)];
}

function indented(line: Line): [string, string, string, string] {
  const [what, ...rest] = cells(line);
  return [`  ${what}`, ...rest];
}

/** At most two decimals, thousands grouped. */
function amount(quantity: number): string {
  return quantity.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** `1 key`, `2 keys`. */
function unit({ unit: plural }: Price, quantity: number): string {
  return quantity === 1 ? plural.replace(/s$/, '') : plural;
}

/** Texts to the left, figures to the right. */
function grid(rows: readonly (readonly [string, string, string, string])[]): string[] {
  const width = (column: 0 | 1 | 2 | 3) => Math.max(...rows.map((row) => row[column].length));
  const [what, quantity, price, usd] = [width(0), width(1), width(2), width(3)];
  return rows.map((row) =>
    [row[0].padEnd(what), row[1].padStart(quantity), row[2].padEnd(price), row[3].padStart(usd)].join('  ').trimEnd(),
  );
}
