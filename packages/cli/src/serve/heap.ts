import { setFlagsFromString } from 'node:v8';

const growthPercent = 100;

/**
 * Has the heap's old generation collected when it has grown by so much since the last time. V8 by itself lets it become four
 * times as large under load: rows that are read by the million leave their garbage there, and would have it stay for long.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}
