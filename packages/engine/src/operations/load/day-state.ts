import { daysBetween, isoWeekday } from '../../base/index.ts';

/** What is known of a store's business day. */
export const dayStates = [
  /** Its lines are in; some of the delivery's may have been rejected. */
  'cargada',
  /** The source said that there were no sales. */
  'vacia',
  /** Its lines are in, but far fewer than the store has on such a weekday. */
  'corta',
  /** Every attempt to load it failed. */
  'fallida',
  /** Nothing of it was ever delivered. */
  'falta',
  /** It is being loaded for the first time. */
  'en_curso',
  /** The store does not open on that weekday, and nothing was delivered. */
  'cerrada',
  /** The store's own today, which is not over yet. */
  'hoy',
  'futuro',
  /** Before the store's first data. */
  'sin_historia',
] as const;
export type DayState = (typeof dayStates)[number];

/** The states that somebody has to do something about: the gaps. */
export const gapStates: readonly DayState[] = ['corta', 'fallida', 'falta'];

/** A ledger row of one of the day's sales feeds. */
export interface DayEntry {
  readonly resultado: 'en_curso' | 'cargada' | 'con_rechazos' | 'vacia' | 'fallida';
  /** ISO 8601. */
  readonly iniciada: string;
}

/** What the state of a day follows from. */
export interface DayFacts {
  readonly fecha: string;
  /** The store's own today. */
  readonly hoy: string;
  /** The store's first day with data; null while it has none. */
  readonly primer_dia: string | null;
  /** ISO weekdays on which it opens, '123456'; null: all. */
  readonly dias_operacion: string | null;
  /** Sales lines that are in. */
  readonly lineas: number;
  /** The store's usual number of lines on such a weekday, as `usualLines` gives it. */
  readonly habitual: number | null;
  readonly entries: readonly DayEntry[];
  readonly now: Date;
}

/** A load that is said to run for longer than this has died. */
const longestLoadMs = 3_600_000;

const fewestWeeks = 3;

/**
 * A store's usual number of sales lines on a weekday: the median of the given counts, those of the same weekday in the 8
 * weeks before, days without lines left out. Null with fewer than 3 of them, which tell nothing yet. The median of an even
 * number is the mean of the middle two; it does not mind a holiday, or a day that was short itself.
 */
export function usualLines(lines: readonly number[]): number | null {
  if (lines.length < fewestWeeks) return null;
  const sorted = lines.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

/** Whether a day is short: below half of the usual. */
function isShort(lines: number, usual: number | null): boolean {
  return usual !== null && 2 * lines < usual;
}

/** The state of a store's day. What the tables hold counts for more than what the ledger says. */
export function dayState(facts: DayFacts): DayState {
  const { fecha, hoy, lineas, habitual } = facts;
  if (fecha > hoy) return 'futuro';
  if (fecha === hoy) return 'hoy';
  if (lineas > 0) return isShort(lineas, habitual) ? 'corta' : 'cargada';
  return stateByLedger(facts) ?? stateWithoutTrace(facts);
}

/** The state of a day without lines, as the ledger tells it. */
function stateByLedger({ entries, now }: DayFacts): DayState | undefined {
  const has = (resultado: DayEntry['resultado']) => entries.some((entry) => entry.resultado === resultado);
  if (has('vacia')) return 'vacia';
  const running = entries.filter(({ resultado }) => resultado === 'en_curso');
  if (running.some(({ iniciada }) => now.getTime() - Date.parse(iniciada) < longestLoadMs)) return 'en_curso';
  // With rejects and without lines: every line was rejected.
  return running.length > 0 || has('fallida') || has('con_rechazos') ? 'fallida' : undefined;
}

function stateWithoutTrace({ fecha, primer_dia, dias_operacion }: DayFacts): DayState {
  if (primer_dia === null || daysBetween(primer_dia, fecha) < 0) return 'sin_historia';
  const opens = dias_operacion === null || dias_operacion.includes(String(isoWeekday(fecha)));
  return opens ? 'falta' : 'cerrada';
}
