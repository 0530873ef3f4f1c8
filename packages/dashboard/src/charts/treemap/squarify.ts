/** A place within a unit square, in shares of its sides. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Free extends Tile {
  /** How much the places that are still to come weigh together. */
  readonly weight: number;
}

/**
 * Divides a box of `width` by `height` among weights, in their order, into tiles as square as can be (Bruls, Huizing and van
 * Wijk, "Squarified Treemaps", 2000; it wants the weights in descending order). A weight of zero or less has no area.
 */
export function squarify(weights: readonly number[], width: number, height: number): Tile[] {
  const positive = weights.map((weight) => Math.max(0, weight));
  const whole = positive.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return positive.map(() => ({ left: 0, top: 0, width: 0, height: 0 }));
  const tiles: Tile[] = [];
  let free: Free = { left: 0, top: 0, width, height, weight: whole };
  let next = 0;
  while (next < positive.length) {
    const strip = stripOf(positive, next, free);
    const laid = lay(positive.slice(next, strip), free);
    tiles.push(...laid.tiles);
    free = laid.rest;
    next = strip;
  }
  return tiles.map((tile) => ({
    left: tile.left / width,
    top: tile.top / height,
    width: tile.width / width,
    height: tile.height / height,
  }));
}

/** Where the strip that begins at `from` ends: before the weight that would make its worst tile longer. */
function stripOf(weights: readonly number[], from: number, free: Free): number {
  const side = Math.min(free.width, free.height);
  const scale = free.weight > 0 ? (free.width * free.height) / free.weight : 0;
  let sum = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (let end = from; end < weights.length; end += 1) {
    sum += (weights[end] ?? 0) * scale;
    const least = (weights[end] ?? 0) * scale;
    const greatest = (weights[from] ?? 0) * scale;
    const next = Math.max((side * side * greatest) / (sum * sum), (sum * sum) / (side * side * least));
    if (end > from && !(next <= worst)) return end;
    worst = next;
  }
  return weights.length;
}

/** Lays weights beside each other along the free place's shorter side. */
function lay(weights: readonly number[], free: Free): { readonly tiles: Tile[]; readonly rest: Free } {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const share = free.weight > 0 ? sum / free.weight : 0;
  const upright = free.width >= free.height;
  const depth = (upright ? free.width : free.height) * share;
  let along = 0;
  const tiles = weights.map((weight) => {
    const length = (upright ? free.height : free.width) * (sum > 0 ? weight / sum : 0);
    const start = along;
    along += length;
    return upright
      ? { left: free.left, top: free.top + start, width: depth, height: length }
      : { left: free.left + start, top: free.top, width: length, height: depth };
  });
  const weight = free.weight - sum;
  const rest = upright
    ? { ...free, weight, left: free.left + depth, width: Math.max(0, free.width - depth) }
    : { ...free, weight, top: free.top + depth, height: Math.max(0, free.height - depth) };
  return { tiles, rest };
}
