import { FluxionError } from '@fluxion/engine/base';

/** How a guarded process came to its end. */
export interface Death {
  readonly file: string;
  readonly signal: NodeJS.Signals | null;
  /** The stages that it was at. */
  readonly stages: readonly string[];
}

/** Puts the end of a process by a signal into one sentence that says what to do. */
export function explainDeath({ file, signal, stages }: Death): FluxionError {
  const where = stages.length === 0 ? file : `${file}, at ${stages.join(' and ')}`;
  if (signal === 'SIGKILL') {
    const message = `The process that read ${where} was killed (SIGKILL), most likely by the kernel because memory ran out. Give it more memory, or take less at once with --jobs 1, and run the command again.`;
    return new FluxionError('KILLED', message);
  }
  const ways = ['restore the file from a backup', 'export it with the DuckDB that wrote it (EXPORT DATABASE)'];
  if (stages.length > 0) ways.push('leave the table out with --exclude');
  const advice = new Intl.ListFormat('en', { type: 'disjunction' }).format(ways);
  const message = `DuckDB's native code crashed (${signal ?? 'unknown signal'}) while it read ${where}: the file is most likely damaged; ${advice}.`;
  return new FluxionError('SOURCE_CRASHED', message);
}
