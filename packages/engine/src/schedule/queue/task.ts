import { unitKey } from '../due/due-units.ts';

/** What a job is to load. */
export type LoadTask =
  | {
      readonly kind: 'source';
      /** The name of an HTTP source. */
      readonly source: string;
      /** Null: the whole chain. */
      readonly store: string | null;
      /** YYYY-MM-DD. */
      readonly date: string;
      readonly force?: boolean;
    }
  | {
      readonly kind: 'file';
      readonly path: string;
      /** Loads also what is loaded already as the ledger says. */
      readonly force?: boolean;
    };

/** Equal for tasks that must not be worked on at the same time. */
export function taskKey(task: LoadTask): string {
  return task.kind === 'file' ? `file\n${task.path}` : `source\n${unitKey(task)}`;
}

/** A task in words, for logs. */
export function describeTask(task: LoadTask): string {
  if (task.kind === 'file') return task.path;
  return `${task.source}: ${task.store === null ? '' : `${task.store} `}${task.date}`;
}
