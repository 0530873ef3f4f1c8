/** Gives back what each work comes to as soon as it is done. @throws what the first throws that fails */
export async function* asDone<T>(works: readonly Promise<T>[]): AsyncGenerator<T> {
  const running = new Map(works.map((work, index) => [index, work.then((value) => ({ index, value }))] as const));
  while (running.size > 0) {
    const { index, value } = await Promise.race(running.values());
    running.delete(index);
    yield value;
  }
}
