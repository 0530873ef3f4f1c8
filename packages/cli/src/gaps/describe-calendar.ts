import { addDays, daysBetween, isoWeekday } from '@fluxion/engine/base';
import {
  gapStates,
  type CalendarDay,
  type DayState,
  type GapCalendar,
  type ScheduleState,
} from '@fluxion/engine/operations';
import { plural } from '../output/index.ts';

/** The letter of each state in the calendar, and what it means. */
const letters: Readonly<Record<DayState, readonly [string, string]>> = {
  cargada: ['.', 'loaded'],
  vacia: ['0', 'empty, as the source says'],
  corta: ['S', "short: below half of the store's weekday norm"],
  fallida: ['F', 'failed'],
  falta: ['M', 'missing'],
  en_curso: ['>', 'being loaded'],
  cerrada: ['-', 'closed on that weekday'],
  hoy: ['t', "the store's today"],
  futuro: [' ', 'to come'],
  sin_historia: [' ', "before the store's first data"],
};

/** So many days side by side fit on a line with the stores' names. */
const daysPerBlock = 70;
const longestName = 20;
/** More gaps are not explained one by one. */
const mostExplained = 20;

/** The calendar as text: stores by days in letters, a legend of those that occur, and the gaps with what is known of them. */
export function describeCalendar(calendar: GapCalendar, schedule: ScheduleState): string {
  const { fecha_inicio, fecha_fin, tiendas } = calendar;
  if (tiendas.length === 0) return 'There are no active stores.';
  const blocks: string[] = [];
  for (let first = fecha_inicio; first <= fecha_fin; first = addDays(first, daysPerBlock)) {
    const last = [addDays(first, daysPerBlock - 1), fecha_fin].toSorted()[0] ?? fecha_fin;
    blocks.push(...block(calendar, first, last), '');
  }
  return [...blocks, ...legend(calendar), '', ...gapLines(calendar), ...scheduleLines(schedule)].join('\n');
}

/** Stores by the days of one block, below a line that marks the Mondays. */
function block({ fecha_inicio, tiendas }: GapCalendar, first: string, last: string): string[] {
  const width = Math.max(...tiendas.map((store) => nameOf(store).length));
  const from = daysBetween(fecha_inicio, first);
  const to = daysBetween(fecha_inicio, last) + 1;
  const rows = tiendas.map((store) => {
    const line = store.dias.slice(from, to).map((day) => letters[day.estado][0]);
    return `${nameOf(store).padEnd(width)}  ${line.join('')}`.trimEnd();
  });
  return [`${' '.repeat(width)}  ${mondays(first, to - from)}`.trimEnd(), ...rows];
}

function nameOf({ codigo, nombre }: { readonly codigo: string; readonly nombre: string }): string {
  const short = nombre.length > longestName ? `${nombre.slice(0, longestName - 1)}…` : nombre;
  return codigo === nombre ? codigo : `${codigo} ${short}`;
}

/** A ruler with the date of each Monday that has room: `03-04  03-11`; the first day has its year. */
function mondays(first: string, days: number): string {
  let line = first;
  for (let day = 0; day < days; day++) {
    const date = addDays(first, day);
    if (isoWeekday(date) !== 1 || line.length > day - 1) continue;
    line = line.padEnd(day) + date.slice('YYYY-'.length);
  }
  return line;
}

function legend({ tiendas }: GapCalendar): string[] {
  const seen = new Set(tiendas.flatMap(({ dias }) => dias.map(({ estado }) => estado)));
  const entries = Object.entries(letters).filter(([state, [letter]]) => letter !== ' ' && seen.has(state as DayState));
  return entries.map(([, [letter, meaning]]) => `${letter}  ${meaning}`);
}

function gapLines({ tiendas }: GapCalendar): string[] {
  const gaps = tiendas.flatMap((store) => store.dias.filter(isGap).map((day) => `  ${nameOf(store)}  ${explain(day)}`));
  if (gaps.length === 0) return ['No gaps.'];
  const more = gaps.length - mostExplained;
  return [
    `${plural(gaps.length, 'gap')}; \`fluxion recover\` loads them again:`,
    ...gaps.slice(0, mostExplained),
    ...(more > 0 ? [`  and ${more} more; --json has them all`] : []),
  ];
}

function isGap({ estado }: CalendarDay): boolean {
  return gapStates.includes(estado);
}

function explain({ fecha, estado, lineas, habitual, fallo }: CalendarDay): string {
  const lines = estado === 'corta' ? `: ${plural(lineas, 'line')} instead of about ${habitual}` : '';
  const failure = fallo === null ? '' : `; the last attempt failed: ${fallo.mensaje}`;
  return `${fecha}  ${letters[estado][1].split(':')[0]}${lines}${failure}`;
}

/** Only what somebody should know: a schedule that stopped silently is a gap of tomorrow. */
function scheduleLines({ ultima_vuelta, al_dia, mensaje }: ScheduleState): string[] {
  if (al_dia || ultima_vuelta === null) return [];
  const why = mensaje === null ? 'is `fluxion up` running?' : mensaje;
  return ['', `The schedule stands still since ${ultima_vuelta}: ${why}`];
}
