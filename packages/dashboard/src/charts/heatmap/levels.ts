/** A step of a heatmap's one hue: 1 is the least, `LEVELS` the most. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

export const LEVELS = 5;

/** What the levels of a set of values are. */
export interface Levels {
  /** 0 for a value below zero: it is of another kind, and drawn as such. */
  of(value: number): Level;
  /** Where each level begins, and where the last one ends. */
  readonly edges: readonly number[];
}

/**
 * Divides the span of the values evenly. It begins at zero, unless the least value is more than half the greatest: shades
 * then tell sizes, not only differences.
 */
export function levelsOf(values: readonly (number | null)[]): Levels {
  const present = values.flatMap((value) => (value === null || value < 0 ? [] : [value]));
  const greatest = present.reduce((most, value) => Math.max(most, value), 0);
  const least = present.reduce((fewest, value) => Math.min(fewest, value), greatest);
  const start = least > greatest / 2 && least < greatest ? least : 0;
  const width = (greatest - start) / LEVELS;
  return {
    of: (value) => {
      if (value < 0) return 0;
      if (width === 0) return value === 0 ? 1 : LEVELS;
      return toLevel(Math.floor((value - start) / width) + 1);
    },
    edges: Array.from({ length: LEVELS + 1 }, (_, index) => start + width * index),
  };
}

const all: readonly Level[] = [0, 1, 2, 3, 4, 5];

function toLevel(step: number): Level {
  return all[Math.min(LEVELS, Math.max(1, step))] ?? 1;
}
