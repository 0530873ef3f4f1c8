import { wholeWeeks } from '@fluxion/engine/metrics';
import { rangeOf, type Days } from '../ventas/analisis/index.ts';

/** The days that the XYZ classes are of, as the answer tells them. */
export function weeksRange(days: Days | undefined, weeks: number | undefined): object {
  return { rango_semanas: rangeOf(days && wholeWeeks({ to: days.to, weeks })) };
}
