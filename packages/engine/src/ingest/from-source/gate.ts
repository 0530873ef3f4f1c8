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

/** Gives back what each work comes to as soon as it is done. @throws what the first throws that fails */
export async function* asDone<T>(works: readonly Promise<T>[]): AsyncGenerator<T> {
  const running = new Map(works.map((work, index) => [index, work.then((value) => ({ index, value }))] as const));
  while (running.size > 0) {
    const { index, value } = await Promise.race(running.values());
    running.delete(index);
    yield value;
  }
}
