import { FluxionError, type SqlRunner } from '../../base/index.ts';
import type { LoadTaskOf } from '../load-task.ts';
import type { LoadTask } from '../queue/index.ts';
import { noteAsked } from './asked.ts';

/** Does a task, and remembers when its source was asked; throws if nothing came of it. */
export function rememberingWork(db: SqlRunner, load: LoadTaskOf) {
  return async (task: LoadTask, signal: AbortSignal): Promise<void> => {
    // The database's clock, as the planner's.
    const { rows } = await db.query<{ now: string }>('SELECT now() AS now');
    const asked = new Date(rows[0]?.now ?? Date.now());
    const note = async (succeeded: boolean) => {
      if (task.kind === 'source') await noteAsked(db, { ...task, asked, succeeded });
    };
    try {
      const reports = await load(task, signal);
      const failed = reports.find(({ outcome }) => outcome === 'fallida');
      if (failed !== undefined) throw new FluxionError('LOAD_FAILED', failed.message ?? 'Nothing was loaded.');
    } catch (error) {
      if (!wasInterrupted(signal)) await note(false);
      throw error;
    }
    await note(true);
  };
}

/** What was only stopped with the program is still due. */
function wasInterrupted({ reason }: AbortSignal): boolean {
  return reason instanceof FluxionError && reason.code === 'INTERRUPTED';
}
