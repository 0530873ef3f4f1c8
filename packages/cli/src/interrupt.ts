import { FluxionError } from '@fluxion/engine/base';

/**
 * One press of Ctrl-C can reach the process twice: from the terminal, and from npm, which passes it on. A second one
 * within this time is taken for the first.
 */
const samePressMs = 500;

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What the process is asked to stop by; a test passes its own. */
export interface SignalSource {
  on(signal: (typeof stopSignals)[number], listener: () => void): unknown;
  off(signal: (typeof stopSignals)[number], listener: () => void): unknown;
}

export interface Interruption {
  /** Aborted by the first signal, with a FluxionError INTERRUPTED as its reason. */
  readonly signal: AbortSignal;
  /** Stops listening: signals do again what they do by themselves. */
  dispose(): void;
}

/** Turns Ctrl-C, SIGTERM and SIGHUP into an AbortSignal; `onSecond` is called when one comes again. */
export function listenForInterrupt(
  source: SignalSource,
  onFirst: () => void,
  onSecond: () => void,
  now: () => number = () => performance.now(),
): Interruption {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const listener = () => {
    if (firstAt === undefined) {
      firstAt = now();
      onFirst();
      controller.abort(new FluxionError('INTERRUPTED', 'interrupted'));
    } else if (now() - firstAt > samePressMs) {
      onSecond();
    }
  };
  for (const name of stopSignals) source.on(name, listener);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of stopSignals) source.off(name, listener);
    },
  };
}
