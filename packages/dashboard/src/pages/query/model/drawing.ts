import { compareDecimals, sumDecimals } from '../../../figures/index.ts';
import type { ResultColumn, ResultRow } from './result-columns.ts';

/** Beside the columns themselves: how many rows there are. */
export const COUNT = '#';

/** What of an answer is drawn: a figure by something. Columns go by their names, which are unique. */
export interface Axes {
  readonly x: string;
  readonly y: string;
}

export interface AxisOptions {
  readonly x: readonly string[];
  readonly y: readonly string[];
}

const isNumber = ({ tipo }: ResultColumn) => tipo === 'decimal' || tipo === 'entero';
const nameOf = ({ nombre }: ResultColumn) => nombre;

/** What an answer could be drawn by. */
export function axisOptions(columns: readonly ResultColumn[]): AxisOptions {
  const numbers = columns.filter(isNumber);
  const by = columns.filter((column) => column.tipo !== 'decimal');
  return { x: by.map(nameOf), y: [...numbers.map(nameOf), COUNT] };
}

/** The axes that were chosen, where the answer has them, or else those that most likely say something; null if none do. */
export function chooseAxes(columns: readonly ResultColumn[], wanted: Partial<Axes>): Axes | null {
  const options = axisOptions(columns);
  const dated = columns.find(({ tipo }) => tipo === 'fecha' || tipo === 'instante');
  const named = columns.find(({ tipo }) => tipo === 'texto' || tipo === 'logico');
  const x = options.x.find((name) => name === wanted.x) ?? (dated ?? named)?.nombre ?? options.x[0];
  if (x === undefined) return null;
  const figures = columns.filter((column) => isNumber(column) && column.nombre !== x);
  const figure = figures.find(({ tipo }) => tipo === 'decimal') ?? figures[0];
  return { x, y: options.y.find((name) => name === wanted.y) ?? figure?.nombre ?? COUNT };
}

/** One place of a drawing. */
export interface Drawn {
  /** What the rows have in common. */
  readonly key: string;
  /** Their exact sum. */
  readonly sum: string;
}

/** The rows brought together by what stands in the column of `x`, in their order; instants by their day. */
export function drawn(
  columns: readonly ResultColumn[],
  rows: readonly ResultRow[],
  { x, y }: Axes,
  dayOf: (instant: string) => string,
): readonly Drawn[] {
  const at = columns.findIndex(({ nombre }) => nombre === x);
  const of = columns.findIndex(({ nombre }) => nombre === y);
  const isInstant = columns[at]?.tipo === 'instante';
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const held = row[at] ?? null;
    const figure = y === COUNT ? '1' : (row[of] ?? null);
    if (held === null || figure === null) continue;
    const key = isInstant ? dayOf(String(held)) : String(held);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [String(figure)]);
    else group.push(String(figure));
  }
  return [...groups].map(([key, figures]) => ({ key, sum: sumDecimals(figures) }));
}

/** Whether the column holds days, which a line is drawn along. */
export function isDated(columns: readonly ResultColumn[], { x }: Axes): boolean {
  return columns.some(({ nombre, tipo }) => nombre === x && (tipo === 'fecha' || tipo === 'instante'));
}

/** The largest so many, from the largest down. */
export function largest(places: readonly Drawn[], count: number): readonly Drawn[] {
  return places.toSorted((left, right) => compareDecimals(right.sum, left.sum)).slice(0, count);
}

/** What the places of a line stand for: months and weeks are known by the days that they begin with. */
export function stepOf(days: readonly string[]): 'day' | 'week' | 'month' {
  if (days.length > 1 && days.every((day) => day.endsWith('-01'))) return 'month';
  const isMonday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
  return days.length > 1 && days.every(isMonday) ? 'week' : 'day';
}
