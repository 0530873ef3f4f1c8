import type { Environment } from '../options/index.ts';
import { run } from '../run.ts';
import type { Ending } from './fluxion.ts';

/** Hears what is printed on stderr, and may press Ctrl-C. */
export type OnProgress = (text: string, interrupt: () => void) => void;

/** Runs a command line in this process, unguarded: quicker than a process of its own, and it can be interrupted at a known point. */
export async function fluxionHere(
  args: readonly string[],
  environment: Environment,
  onProgress: OnProgress = () => {},
): Promise<Ending> {
  const printed = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  const interrupt = () => listeners.forEach((listener) => listener());
  const exitCode = await run(args, {
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: {
      write: (text) => {
        printed.stderr += text;
        onProgress(text, interrupt);
      },
    },
    environment,
    signals: {
      on: (name, listener) => name === 'SIGINT' && listeners.add(listener),
      off: (_, listener) => listeners.delete(listener),
    },
    version: '1.2.3',
    exit: () => {},
  });
  return { exitCode, ...printed };
}
