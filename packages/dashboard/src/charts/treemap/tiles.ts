import { hierarchy, treemap } from 'd3-hierarchy';

/** A place within a box, in shares of its sides. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Whole {
  readonly weight: number;
  readonly parts: readonly Whole[];
}

/**
 * Divides a box of `width` by `height` among weights, in their order, into tiles as square as can be; it wants the weights in
 * descending order. A weight of zero or less has no area.
 */
export function tilesOf(weights: readonly number[], width: number, height: number): Tile[] {
  const parts = weights.map((weight) => ({ weight: Math.max(0, weight), parts: [] }));
  const root = hierarchy<Whole>({ weight: 0, parts }, (whole) => whole.parts).sum(({ weight }) => weight);
  const laid = treemap<Whole>().size([width, height])(root);
  return (laid.children ?? []).map(({ x0, x1, y0, y1 }) => ({
    left: x0 / width,
    top: y0 / height,
    width: (x1 - x0) / width,
    height: (y1 - y0) / height,
  }));
}
