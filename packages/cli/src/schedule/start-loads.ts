import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SqlRunner } from '@fluxion/engine/base';
import { originsOf, startSchedule, type MissingUnit, type ScheduleLog } from '@fluxion/engine/schedule';
import { atMost } from '../at-most.ts';
import { secretOf } from '../config.ts';
import { scratchPath } from '../fill/scratch.ts';

interface StartLoads {
  readonly url: string;
  /** For questions about where a unit can be had. */
  readonly db: SqlRunner;
  /** The folder that temporary files go into. */
  readonly home: string;
  readonly log: ScheduleLog;
  /** Whether this process plans loads and works on them; false: it only queues those that people ask for. */
  readonly works: boolean;
}

/** What was put into the queue, as the API tells it. */
export interface QueuedUnits {
  readonly encoladas: number;
  readonly en_cola: number;
  readonly sin_origen: number;
}

export interface Loads {
  /** @throws FluxionError SCHEDULE_UNAVAILABLE */
  queueLoads(units: readonly MissingUnit[]): Promise<QueuedUnits>;
  stop(): Promise<void>;
}

/** The end of the program waits no longer for loads that end or are given back; what is left is taken up by another process. */
const stopWithinMs = 25_000;

/** Starts the schedule of loads beside the server, whatever becomes of it. */
export function startLoads({ url, db, home, log, works }: StartLoads): Loads {
  const folder = scratchPath(resolve(home));
  const schedule = startSchedule({ url, folder, secrets: secretOf, log, works });
  return {
    async queueLoads(units) {
      const origins = await originsOf(db, units);
      const tasks = origins.flatMap(({ task }) => task ?? []);
      const { added, waiting } = await schedule.enqueue(tasks);
      return { encoladas: added, en_cola: waiting, sin_origen: units.length - tasks.length };
    },
    async stop() {
      await atMost(stopWithinMs, schedule.stop());
      await rm(folder, { recursive: true, force: true });
    },
  };
}
