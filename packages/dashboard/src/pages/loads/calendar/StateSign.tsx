import { Check, Circle, X, type LucideIcon } from 'lucide-react';
import type { DayState } from '../model/index.ts';

/** Drawn where a font may not have them; letters and figures all fonts have. */
const drawn: Partial<Record<DayState, LucideIcon>> = { cargada: Check, fallida: X, hoy: Circle };
/** Written by the style sheet: the cell's name says it in words. */
export const writtenSigns: Partial<Record<DayState, string>> = {
  vacia: '0',
  corta: '½',
  falta: '?',
  en_curso: '…',
  cerrada: '–',
};

/** A sign for each state: colour never stands alone. */
export function StateSign({ state }: { readonly state: DayState }) {
  const Drawn = drawn[state];
  return Drawn === undefined ? null : <Drawn size={13} strokeWidth={3} aria-hidden="true" />;
}
