import { availableParallelism } from 'node:os';

/** Lets so many in at once; the others wait in their order. */
export class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  async enter(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

/**
 * Deliveries that this process works on at once, whoever asked for it: each keeps a core busy, and the server's sessions of
 * those who read and write orders need theirs.
 */
export const works = new Gate(Math.max(1, Math.floor(availableParallelism() / 2)));
