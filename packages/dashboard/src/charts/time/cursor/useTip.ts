import { useLocale, useTexts } from '../../../i18n/index.ts';
import type { BusinessDate } from '../../../range/index.ts';
import { texts } from '../../texts.ts';
import type { Step } from '../model/index.ts';
import { stepName, type TipWords } from './series-tip.ts';
import { tipText, type TipRow } from './tip-text.ts';

/** What is told about a place of the time axis: as the floating tip, and as a sentence. */
export interface ToldPlace {
  readonly title: string;
  readonly rows: readonly TipRow[];
  readonly text: string;
}

/** Tells about a place, or, if none is looked at, about the last one. */
export function useTip(
  places: readonly BusinessDate[],
  at: number | null,
  by: Step,
  describe: (at: number, how: Omit<TipWords, 'format'>) => readonly TipRow[],
): ToldPlace {
  const locale = useLocale();
  const words = useTexts(texts);
  const index = at ?? places.length - 1;
  const date = places[index];
  if (date === undefined) return { title: '', rows: [], text: '' };
  const title = stepName(date, by, { locale, words });
  const rows = describe(index, { locale, words });
  return { title, rows, text: tipText(title, rows) };
}
