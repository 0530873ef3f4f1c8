/**
 * Runs `work` one at a time for any number of callers: who calls while it runs waits for the next run, together with all
 * others who do. So each caller's run begins after its call.
 */
export function sharedTurns<T>(work: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= current.then(() => {
      next = undefined;
      const run = work();
      // Who waits for the turn does not care how it ends; who called gets the run itself.
      current = run.catch(() => {});
      return run;
    });
    return next;
  };
}
