/** How long each step of a rehearsal took, told as it ends. */
export interface Steps {
  /** Runs a step, tells how long it took and what it says of itself, and gives back what it gives back. */
  time<T>(name: string, work: () => Promise<T>, about?: (result: T) => string): Promise<T>;
  /** Notes what has to be true. A rehearsal in which something is not has failed. */
  check(what: string, holds: boolean, found?: string): void;
  readonly seconds: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** @param say takes a line for a person */
export function newSteps(say: (line: string) => void): Steps {
  const seconds: Record<string, number> = {};
  const failures: string[] = [];
  return {
    seconds,
    failures,
    async time(name, work, about) {
      const started = performance.now();
      const result = await work();
      const taken = (performance.now() - started) / 1000;
      seconds[name] = taken;
      const more = about === undefined ? '' : `: ${about(result)}`;
      say(`${taken.toFixed(1).padStart(8)} s  ${name}${more}`);
      return result;
    },
    check(what, holds, found) {
      const more = found === undefined ? '' : ` (${found})`;
      say(`${holds ? '      ok' : '  FAILED'}    ${what}${more}`);
      if (!holds) failures.push(`${what}${more}`);
    },
  };
}
