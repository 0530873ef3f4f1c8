import { addDays, daysBetween, type DateRange } from '../../../range/index.ts';
import type { Calendar, Day, DayState, StoreDays } from './types.ts';

/** The states that somebody has to do something about. */
const gapStates: readonly DayState[] = ['falta', 'fallida', 'corta'];

export function isGap({ estado }: Pick<Day, 'estado'>): boolean {
  return gapStates.includes(estado);
}

/** The calendar's states in the order in which they matter. */
export const stateOrder: readonly DayState[] = [
  'falta',
  'fallida',
  'corta',
  'en_curso',
  'cargada',
  'vacia',
  'cerrada',
  'hoy',
  'sin_historia',
  'futuro',
];

/** How many days of each state are on screen, those that are there, in their order. */
export function countStates({ tiendas }: Calendar): readonly (readonly [state: DayState, count: number])[] {
  const counts = new Map<DayState, number>();
  for (const { dias } of tiendas) for (const { estado } of dias) counts.set(estado, (counts.get(estado) ?? 0) + 1);
  return stateOrder.flatMap((state) => {
    const count = counts.get(state) ?? 0;
    return count === 0 ? [] : [[state, count] as const];
  });
}

export function countGaps({ tiendas }: Calendar): number {
  return tiendas.reduce((sum, { huecos }) => sum + huecos, 0);
}

/** Whether something changes by itself: loads that wait or run. Then it is looked at again soon. */
export function isMoving({ planificador, tiendas }: Calendar): boolean {
  return planificador.pendientes > 0 || tiendas.some(({ dias }) => dias.some(({ estado }) => estado === 'en_curso'));
}

/** The stores' latest today. */
export function latestToday({ tiendas, fecha_fin }: Calendar): string {
  return tiendas.reduce((latest, { hoy }) => (hoy > latest ? hoy : latest), tiendas[0]?.hoy ?? fecha_fin);
}

/** As many days before, or after, as are on screen; those after end with the stores' today. Null: there are none. */
export function neighbour(calendar: Calendar, way: 'earlier' | 'later'): DateRange | null {
  const { fecha_inicio: from, fecha_fin: to } = calendar;
  const days = daysBetween(from, to) + 1;
  if (way === 'earlier') return { from: addDays(from, -days), to: addDays(from, -1) };
  const today = latestToday(calendar);
  if (to >= today) return null;
  const end = addDays(to, days) > today ? today : addDays(to, days);
  return { from: addDays(end, 1 - days), to: end };
}

/** A run of columns that belong to one month. */
export interface MonthRun {
  /** The first of its days that is on screen. */
  readonly first: string;
  readonly days: number;
}

export function monthRuns(days: readonly Pick<Day, 'fecha'>[]): readonly MonthRun[] {
  const runs: { first: string; days: number }[] = [];
  for (const { fecha } of days) {
    const last = runs.at(-1);
    if (last !== undefined && last.first.slice(0, 7) === fecha.slice(0, 7)) last.days += 1;
    else runs.push({ first: fecha, days: 1 });
  }
  return runs;
}

/** The day of a store that is on screen. */
export function findDay(
  { tiendas }: Calendar,
  { storeId, date }: { readonly storeId: string; readonly date: string },
): { readonly store: StoreDays; readonly day: Day } | null {
  const store = tiendas.find(({ ubicacion_id }) => ubicacion_id === storeId);
  const day = store?.dias.find(({ fecha }) => fecha === date);
  return store === undefined || day === undefined ? null : { store, day };
}
