import { openFaultReports, type FaultReports } from '@fluxion/api';
import { onCrash } from '../crash.ts';
import type { SecretKeys } from '../secret-keys.ts';
import { openLog, type LogLevel } from './log.ts';
import type { Operating } from './operating-options.ts';

export interface TellingOptions {
  /** The database's: its password is kept out of the log. */
  readonly url: string;
  readonly version: string;
  readonly logLevel: LogLevel;
  readonly operating: Operating;
  /** Kept out of the log. */
  readonly secretKeys: SecretKeys;
}

/** What the server tells to whoever operates it: its log, and reports of faults and crashes where they are wanted. */
export async function openTelling({ url, version, logLevel, operating, secretKeys }: TellingOptions) {
  const { sentry: dsn, ...surroundings } = operating;
  const { environment, metricsToken } = surroundings;
  const faults: FaultReports | undefined =
    dsn === undefined ? undefined : await openFaultReports({ dsn, version, environment });
  if (faults !== undefined) onCrash(faults);
  return { ...surroundings, faults, logger: await openLog(logLevel, [url, metricsToken, dsn, ...secretKeys.texts]) };
}
