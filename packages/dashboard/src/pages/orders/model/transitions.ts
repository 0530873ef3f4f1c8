import type { OrderState } from './types.ts';

export const orderStates: readonly OrderState[] = [
  'borrador',
  'solicitado',
  'aprobado',
  'en_preparacion',
  'en_transito',
  'recibido',
  'rechazado',
  'cancelado',
];

/** How a step is taken. */
export interface StepManner {
  /** The way on, the way back, or an end that nobody hoped for. */
  readonly tone: 'main' | 'back' | 'end';
  /** Whether it is asked about first: it cannot be taken back. */
  readonly confirm: boolean;
  /** Whether the API wants to know why. */
  readonly reason: boolean;
  /** The state that takes it back at once, if one does. */
  readonly undo: OrderState | null;
}

/** The manner of a step from one state to another; who may take it, the API says. */
export function mannerOf(from: OrderState, to: OrderState): StepManner {
  if (to === 'rechazado') return { tone: 'end', confirm: true, reason: true, undo: null };
  if (to === 'cancelado') {
    return { tone: 'end', confirm: true, reason: from !== 'borrador' && from !== 'solicitado', undo: null };
  }
  if (to === 'borrador') return { tone: 'back', confirm: false, reason: false, undo: 'solicitado' };
  if (to === 'solicitado') return { tone: 'main', confirm: false, reason: false, undo: 'borrador' };
  return { tone: 'main', confirm: true, reason: false, undo: null };
}

/** The steps in the order of their buttons: the way on last, at the right edge. */
export function inButtonOrder(from: OrderState, next: readonly OrderState[]): readonly OrderState[] {
  const rank = { end: 0, back: 1, main: 2 };
  return next.toSorted((a, b) => rank[mannerOf(from, a).tone] - rank[mannerOf(from, b).tone]);
}
