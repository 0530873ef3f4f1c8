/** Where things stand on a gauge, from 0 to 1. */
export interface Level {
  readonly fill: number;
  readonly marks: readonly number[];
}

export interface LevelInput {
  readonly quantity: string;
  readonly minimum: string;
  readonly reorder: string | null;
  readonly maximum: string;
}

/** The maximum stands at this part of the gauge, so that an excess shows beyond it. */
const MAXIMUM_AT = 0.8;

/** Lengths only: nothing of it is shown as a number. A gauge without a maximum above zero has no marks. */
export function levelOf({ quantity, minimum, reorder, maximum }: LevelInput): Level {
  const whole = Number(maximum) / MAXIMUM_AT;
  const at = (amount: string) => Math.min(1, Math.max(0, Number(amount) / whole));
  if (!(whole > 0)) return { fill: Number(quantity) > 0 ? 1 : 0, marks: [] };
  return { fill: at(quantity), marks: [minimum, ...(reorder === null ? [] : [reorder]), maximum].map(at) };
}
