import { formatCount, formatDuration } from './format.ts';

/** How far a stage of the work is. */
export interface StageState {
  readonly label: string;
  readonly rows: number;
  /** Undefined where it is not known beforehand. */
  readonly totalRows: number | undefined;
  readonly elapsedMs: number;
}

const barWidth = 24;

/** A stage at work, as a terminal shows it: `ventas_raw  [######··················]  25%  500,000 rows  610,000 rows/s  ETA 2.5 s`. */
export function barLine(state: StageState, width: number): string {
  const { rows, totalRows } = state;
  if (totalRows === undefined || totalRows === 0)
    return [state.label, ...amount(state), '...'].join('  ').slice(0, width);
  const share = Math.min(1, rows / totalRows);
  const filled = Math.floor(share * barWidth);
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`;
  return [state.label, bar, `${percent(share)}`, ...amount(state), ...remaining(state)].join('  ').slice(0, width);
}

/** A stage at work as one line of a log. */
export function logLine(state: StageState): string {
  const { rows, totalRows } = state;
  const share = totalRows === undefined || totalRows === 0 ? [] : [percent(Math.min(1, rows / totalRows)).trim()];
  return `${state.label}: ${[...share, ...amount(state), ...remaining(state)].join(', ')}`;
}

/** What came of a stage that has ended. */
export function endLine(state: StageState, note: string | undefined): string {
  const none = state.totalRows === 0 ? ['0 rows'] : [];
  const facts = note !== undefined ? [note] : state.rows > 0 ? amount(state) : none;
  return `${state.label}: ${[...facts, formatDuration(state.elapsedMs)].join(', ')}`;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)}%`.padStart(4);
}

function amount({ rows, elapsedMs }: StageState): string[] {
  if (rows === 0) return [];
  // In the first moments the rate says nothing yet.
  const rate = elapsedMs < 200 ? [] : [`${formatCount((rows / elapsedMs) * 1000)} rows/s`];
  return [`${formatCount(rows)} rows`, ...rate];
}

/** The time left if the stage goes on at its average rate. */
function remaining({ rows, totalRows, elapsedMs }: StageState): string[] {
  if (totalRows === undefined || rows === 0 || rows >= totalRows || elapsedMs < 1000) return [];
  return [`ETA ${formatDuration(((totalRows - rows) / rows) * elapsedMs)}`];
}
