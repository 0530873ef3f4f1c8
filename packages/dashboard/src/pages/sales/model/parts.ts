import { compareDecimals, sumDecimals } from '../../../figures/index.ts';

/** A part of the sales. */
export interface Part {
  /** Null: what no known category or product is sold under, or all parts that are not named. */
  readonly id: string | null;
  readonly name: string;
  readonly figure: string;
}

/** What the parts leave of a whole, exactly; null if they leave nothing. */
export function restOf(whole: string, figures: readonly string[]): string | null {
  const rest = sumDecimals([whole, ...figures.map(negated)]);
  return Number(rest) === 0 ? null : rest;
}

function negated(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

/** Parts that no area can show: they sold less than was returned. */
export function belowZero(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ figure }) => figure.startsWith('-'));
}

/** The largest part first. */
export function largestFirst(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) => compareDecimals(b.figure, a.figure));
}
