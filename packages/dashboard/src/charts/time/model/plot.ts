import type { ValueAxis } from './ticks.ts';

/** Where things stand in a drawing, in pixels from its upper left corner. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of a place of the time axis; halves are allowed. */
  x(index: number): number;
  y(value: number, axis: ValueAxis): number;
  /** The place nearest to that. */
  indexAt(x: number): number;
}

export interface PlotInput {
  readonly width: number;
  readonly height: number;
  /** How many places the time axis has. */
  readonly places: number;
  /** Room for the values' labels. */
  readonly left: number;
  readonly right: number;
  /** Half a place is kept free before the first and after the last: bars and dots need it. */
  readonly inset: boolean;
}

const TOP = 12;
const BOTTOM = 28;

export function plotOf({ width, height, places, left, right, inset }: PlotInput): Plot {
  const edges = {
    left,
    right: Math.max(left + 1, width - right),
    top: TOP,
    bottom: Math.max(TOP + 1, height - BOTTOM),
  };
  const margin = inset || places <= 1 ? 0.5 : 0;
  const steps = Math.max(1, places - 1 + 2 * margin);
  const perPlace = (edges.right - edges.left) / steps;
  const last = Math.max(0, places - 1);
  return {
    width,
    height,
    ...edges,
    x: (index) => edges.left + (index + margin) * perPlace,
    y: (value, { least, greatest }) =>
      edges.bottom - ((value - least) / (greatest - least)) * (edges.bottom - edges.top),
    indexAt: (x) => Math.min(last, Math.max(0, Math.round((x - edges.left) / perPlace - margin))),
  };
}
