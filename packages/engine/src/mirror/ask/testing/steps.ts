/** Work under way. */
export interface Work {
  /** Who began it can end it by a signal. */
  readonly isStoppable: boolean;
  /** Lets it take its next step. */
  step(): void;
  /** Ends it with the error. */
  fail(error: unknown): void;
}

/** Work that goes on only when it is told to, so that a test can put what happens at the same time in any order. */
export class Steps {
  readonly works: Work[] = [];

  /** Begins work that takes some steps and then comes to what the last one says. An abort ends it at once. */
  begin<T>(steps: readonly (() => void)[], last: () => T, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const left = [...steps];
      const end = (settle: () => void) => {
        const at = this.works.indexOf(work);
        if (at < 0) return;
        this.works.splice(at, 1);
        signal?.removeEventListener('abort', abort);
        settle();
      };
      const fail = (error: unknown) => end(() => reject(error));
      const abort = () => fail(signal?.reason);
      const step = () => {
        const next = left.shift();
        try {
          if (next) return next();
          const value = last();
          end(() => resolve(value));
        } catch (error) {
          fail(error);
        }
      };
      const work: Work = { isStoppable: signal !== undefined, step, fail };
      this.works.push(work);
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort);
    });
  }
}
