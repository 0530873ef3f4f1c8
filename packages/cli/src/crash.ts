import { atMost } from './at-most.ts';

/** Where a crash is told of, as the API's faults are. */
export interface CrashReports {
  report(error: unknown, tags: Readonly<Record<string, string>>): void;
  flush(): Promise<void>;
}

const tellWithinMs = 2_000;
let reports: CrashReports | undefined;

/** Has crashes of this process told of there from now on. */
export function onCrash(where: CrashReports): void {
  reports = where;
}

/** Tells of what ends the process, if there is somebody to be told, within two seconds. Never throws. */
export async function tellCrash(error: unknown): Promise<void> {
  if (reports === undefined) return;
  reports.report(error, { code: 'CRASH' });
  await atMost(tellWithinMs, reports.flush());
}
