import { calendarLimit } from '@fluxion/contract';
import { addDays, isBusinessDate, lengthInDays, readRange, type DateRange } from '../../../range/index.ts';
import { outcomes, type Outcome } from './types.ts';

/** What is on screen: it lives in the address bar. */
export interface LoadsView {
  /** The days of the calendar, the last of them where they are more than it holds; null: the last ones that there are. */
  readonly range: DateRange | null;
  /** The day that is open, of a store. */
  readonly day: StoreDay | null;
  /** Which detail stands below the calendar. */
  readonly tab: 'cargas' | 'rechazos';
  readonly outcome: Outcome | null;
  /** Rejected lines of one delivery alone. */
  readonly delivery: string | null;
}

export interface StoreDay {
  readonly storeId: string;
  readonly date: string;
}

/** A store's day as the address has it: `2025-10-30.T1`. */
export function dayValue({ storeId, date }: StoreDay): string {
  return `${date}.${storeId}`;
}

function readDay(text: string | null): StoreDay | null {
  const [, date = '', storeId = ''] = /^([^.]{10})\.(.+)$/.exec(text ?? '') ?? [];
  return isBusinessDate(date) ? { date, storeId } : null;
}

/** Other pages take years: a link from one of those must not be refused. */
function asManyAsFit(range: DateRange): DateRange {
  if (lengthInDays(range) <= calendarLimit.days) return range;
  return { from: addDays(range.to, 1 - calendarLimit.days), to: range.to };
}

export function readView(search: string): LoadsView {
  const parameters = new URLSearchParams(search);
  const range = readRange(search);
  const delivery = parameters.get('entrega') ?? '';
  return {
    range: range.kind === 'range' ? asManyAsFit(range.range) : null,
    day: readDay(parameters.get('dia')),
    tab: parameters.get('ver') === 'rechazos' ? 'rechazos' : 'cargas',
    outcome: outcomes.find((outcome) => outcome === parameters.get('resultado')) ?? null,
    delivery: /^[0-9]{1,18}$/.test(delivery) ? delivery : null,
  };
}
