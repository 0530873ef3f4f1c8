interface LimitOptions {
  /** Failures within the window after which an address must wait. */
  readonly failures: number;
  readonly windowMs: number;
  /** The most addresses kept; the one whose window began first is forgotten for a new one. */
  readonly addresses?: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

interface Window {
  readonly endsAt: number;
  failures: number;
}

export interface AttemptLimit {
  /** Whole seconds that the address must still wait; 0 if it may try. */
  waitSeconds(address: string): number;
  /** Counts a failed attempt. */
  fail(address: string): void;
}

/** Counts failed sign-ins by address, in this process's memory. */
export function attemptLimit(options: LimitOptions): AttemptLimit {
  const { failures, windowMs, addresses = 10_000, now = () => performance.now() } = options;
  const windows = new Map<string, Window>();

  function current(address: string): Window | undefined {
    const window = windows.get(address);
    if (window !== undefined && window.endsAt > now()) return window;
    windows.delete(address);
    return undefined;
  }

  return {
    waitSeconds(address) {
      const window = current(address);
      return window === undefined || window.failures < failures ? 0 : Math.ceil((window.endsAt - now()) / 1000);
    },
    fail(address) {
      const window = current(address);
      if (window !== undefined) {
        window.failures += 1;
        return;
      }
      const oldest = windows.size >= addresses ? windows.keys().next().value : undefined;
      if (oldest !== undefined) windows.delete(oldest);
      windows.set(address, { endsAt: now() + windowMs, failures: 1 });
    },
  };
}
