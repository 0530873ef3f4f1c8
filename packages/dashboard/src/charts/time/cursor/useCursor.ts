import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { daysFrom, type Plot, type Step, type TimeChartProps } from '../model/index.ts';
import { movedCursor, type CursorState } from './moves.ts';

export interface CursorInput {
  readonly plot: Plot;
  readonly places: readonly string[];
  readonly by: Step;
  readonly onRange: TimeChartProps['onRange'];
}

/** Further than this, in pixels, a press becomes a drag. */
const DRAG_PX = 6;

const nowhere: CursorState = { at: null, from: null };

export interface Cursor extends CursorState {
  /** How many places there are. */
  readonly places: number;
  /** Days can be chosen. */
  readonly choosing: boolean;
  readonly pointer: Readonly<Record<`onPointer${string}`, (event: PointerEvent<HTMLElement>) => void>>;
  readonly keyboard: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

/** The place that is looked at, by pointer or arrows, and the days on the way to be chosen. */
export function useCursor({ plot, places, by, onRange }: CursorInput): Cursor {
  const [state, setState] = useState<CursorState>(nowhere);
  const [pressed, setPressed] = useState<number | null>(null);
  const xOf = (event: PointerEvent<HTMLElement>) => event.clientX - event.currentTarget.getBoundingClientRect().left;
  const choose = (from: number, to: number) => {
    const range = daysFrom(places, from, to, by);
    setState(nowhere);
    if (range !== null) onRange?.(range);
  };

  const pointer = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const x = xOf(event);
      setPressed(onRange === undefined ? null : x);
      setState({ at: plot.indexAt(x), from: null });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const x = xOf(event);
      const at = plot.indexAt(x);
      if (pressed === null || Math.abs(x - pressed) < DRAG_PX) return setState((before) => ({ ...before, at }));
      // Only of a drag: a press alone leaves what lies beneath its own pointer.
      event.currentTarget.setPointerCapture(event.pointerId);
      setState({ at, from: plot.indexAt(pressed) });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      setPressed(null);
      if (state.from !== null) choose(state.from, plot.indexAt(xOf(event)));
    },
    onPointerCancel: () => {
      setPressed(null);
      setState(nowhere);
    },
    onPointerLeave: () => {
      if (pressed === null) setState(nowhere);
    },
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && state.at !== null && onRange !== undefined) {
      event.preventDefault();
      return choose(state.from ?? state.at, state.at);
    }
    const extend = event.shiftKey && onRange !== undefined;
    const next = movedCursor(state, event.key, extend, places.length);
    if (next === null) return;
    event.preventDefault();
    setState(next);
  };
  // Fewer places than there were: the one looked at may be gone.
  const last = places.length - 1;
  const within = (index: number | null) => (index === null || index > last ? null : index);
  const keyboard = {
    onKeyDown,
    onFocus: () => setState((before) => (before.at === null ? { at: last, from: null } : before)),
    onBlur: () => setState(nowhere),
  };
  return {
    at: within(state.at),
    from: within(state.from),
    places: places.length,
    choosing: onRange !== undefined,
    pointer,
    keyboard,
  };
}
