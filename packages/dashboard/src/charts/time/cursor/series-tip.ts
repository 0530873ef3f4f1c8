import { change } from '../../../figures/index.ts';
import type { Locale } from '../../../i18n/index.ts';
import type { BusinessDate } from '../../../range/index.ts';
import type { texts } from '../../texts.ts';
import type { DrawnLine, Scene, Step, TimePoint } from '../model/index.ts';
import type { TipRow } from './tip-text.ts';

/** How things are written. */
export interface TipWords {
  readonly locale: Pick<Locale, 'numbers' | 'dates'>;
  readonly words: (typeof texts)['es'];
  readonly format: (value: number) => string;
}

/** A step of the axis by its name. */
export function stepName(date: BusinessDate, by: Step, { locale, words }: Pick<TipWords, 'locale' | 'words'>): string {
  if (by === 'day') return locale.dates.dayWithWeekday(date);
  return by === 'week' ? words.weekOf(locale.dates.day(date)) : `${locale.dates.month(date)} ${date.slice(0, 4)}`;
}

/** What each line says about a place: its value, the mean it is drawn with, and how the main one differs from the compared. */
export function seriesTip(scene: Scene, at: number, how: TipWords): TipRow[] {
  const main = scene.lines.find(({ look }) => look === 'main');
  const now = main?.points[at]?.value ?? null;
  const mean = scene.meanDays === 1 ? undefined : main?.figures[at];
  const meanRow: TipRow[] =
    mean === undefined || mean === null
      ? []
      : [{ id: '\0mean', look: 'main', name: how.words.meanOf(scene.meanDays), value: how.format(mean) }];
  return [...meanRow, ...scene.lines.map((line) => rowOf(line, at, { scene, now, how }))];
}

interface Around {
  readonly scene: Scene;
  /** The main line's value. */
  readonly now: number | null;
  readonly how: TipWords;
}

function rowOf(line: DrawnLine, at: number, { scene, now, how }: Around): TipRow {
  const point = line.points[at] ?? null;
  const relative = line.look === 'compared' ? change(now, point?.value ?? null) : null;
  return {
    id: line.id,
    look: scene.meanDays > 1 && line.look === 'main' ? (scene.behind === null ? null : 'behind') : line.look,
    name: point?.of === undefined ? line.name : stepName(point.of, scene.by, how),
    value: valueText(point, how),
    ...(relative === null ? {} : { change: `${how.words.change} ${how.locale.numbers.change(relative)}` }),
  };
}

function valueText(point: TimePoint | null, { format, words }: TipWords): string {
  if (point === null || point.value === null) return words.noData;
  return point.text ?? format(point.value);
}
