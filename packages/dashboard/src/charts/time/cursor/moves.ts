/** What is looked at, as places of the time axis. */
export interface CursorState {
  readonly at: number | null;
  /** Where the days begin that are about to be chosen, up to `at`; null while none are. */
  readonly from: number | null;
}

const PAGE = 7;

/** Where a key leads; null for a key that means nothing here. With `extend` the places passed are about to be chosen. */
export function movedCursor(state: CursorState, key: string, extend: boolean, places: number): CursorState | null {
  if (places === 0) return null;
  const last = places - 1;
  const at = state.at ?? last;
  if (key === 'Escape') return state.from === null ? null : { at, from: null };
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageUp: at + PAGE,
    PageDown: at - PAGE,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  if (target === undefined) return null;
  return { at: Math.min(last, Math.max(0, target)), from: extend ? (state.from ?? at) : null };
}
