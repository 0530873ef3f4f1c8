/** A statement that was run. */
export interface PastStatement {
  readonly sql: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How many rows it gave; null if it was refused. */
  readonly rows: number | null;
}

/** So many are kept. */
export const HISTORY_LENGTH = 50;

/** A statement that is run again moves to the front instead of standing there twice. */
export function withPast(history: readonly PastStatement[], past: PastStatement): readonly PastStatement[] {
  const others = history.filter(({ sql }) => sql !== past.sql);
  return [past, ...others].slice(0, HISTORY_LENGTH);
}

function isPast(value: unknown): value is PastStatement {
  if (typeof value !== 'object' || value === null) return false;
  const { sql, at, rows } = value as Partial<Record<keyof PastStatement, unknown>>;
  return typeof sql === 'string' && isMoment(at) && (rows === null || Number.isSafeInteger(rows));
}

/** Whether it can be written as a date. */
function isMoment(at: unknown): boolean {
  return typeof at === 'number' && !Number.isNaN(new Date(at).getTime());
}

/** What was kept, as far as it can be read: anything may stand in a browser's storage. */
export function readHistory(stored: string | null): readonly PastStatement[] {
  if (stored === null) return [];
  try {
    const list: unknown = JSON.parse(stored);
    if (!Array.isArray(list)) return [];
    const bySql = new Map(list.filter(isPast).map((past) => [past.sql, past]));
    return [...bySql.values()].slice(0, HISTORY_LENGTH);
  } catch {
    return [];
  }
}
