import type { Price } from './prices.ts';

/** The plan priced the database; the rest is compared with what the system before came to. */
export type Group = 'database' | 'rest';

/** A line of the bill. */
export interface Line {
  readonly group: Group;
  readonly what: string;
  readonly quantity: number;
  readonly price: Price;
  /** In whole cents, as an invoice says it. */
  readonly usd: number;
}

/** Makes the lines of a group. */
export function linesOf(group: Group) {
  return (what: string, quantity: number, price: Price): Line => ({
    group,
    what,
    quantity,
    price,
    usd: cents(quantity * price.usd) / 100,
  });
}

/** What lines come to, in dollars. */
export function sum(lines: readonly Line[]): number {
  return cents(lines.reduce((total, { usd }) => total + usd, 0)) / 100;
}

/** Floating point leaves 58.949999: what is meant is the nearest cent. */
function cents(usd: number): number {
  return Math.round(Number((usd * 100).toFixed(6)));
}
