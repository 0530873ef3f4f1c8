import { errorTable, exitCodes, type ExitCode } from '@fluxion/engine/base';
import type { DeliveryReport } from '@fluxion/engine/ingest';

/** The most severe first. */
const severity: readonly ExitCode[] = [
  exitCodes.database,
  exitCodes.failed,
  exitCodes.unusableInput,
  exitCodes.differs,
  exitCodes.done,
];

/** The exit code of a load: the most severe of what became of its deliveries. */
export function exitCodeOf(reports: readonly DeliveryReport[]): ExitCode {
  const codes = new Set(reports.map(codeOf));
  return severity.find((code) => codes.has(code)) ?? exitCodes.done;
}

function codeOf({ outcome, error }: DeliveryReport): ExitCode {
  if (error !== null) return errorTable[error].exit;
  if (outcome === 'fallida') return exitCodes.failed;
  return outcome === 'con_rechazos' ? exitCodes.differs : exitCodes.done;
}
