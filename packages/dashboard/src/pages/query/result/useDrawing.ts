import { useMemo } from 'react';
import { useAddressSearch, useChangeSearch } from '../../../hooks/index.ts';
import { chooseAxes, drawn, type Axes, type Drawn } from '../model/drawing.ts';
import type { ResultColumn, ResultRow } from '../model/result-columns.ts';

/** Days of instants as the person's clock has them, as the table writes them. */
const dayFormat = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
const dayOf = (instant: string) => dayFormat.format(Date.parse(instant));

export interface DrawingState {
  /** Null if the answer has nothing to draw. */
  readonly axes: Axes | null;
  readonly places: readonly Drawn[];
  readonly choose: (axes: Partial<Axes>) => void;
}

/** What of an answer is drawn: the address says, as far as the answer has it. */
export function useDrawing(columns: readonly ResultColumn[], rows: readonly ResultRow[]): DrawingState {
  const address = new URLSearchParams(useAddressSearch());
  const change = useChangeSearch();
  const [x, y] = [address.get('x') ?? '', address.get('y') ?? ''];
  const axes = useMemo(() => chooseAxes(columns, { x, y }), [columns, x, y]);
  const places = useMemo(() => (axes === null ? [] : drawn(columns, rows, axes, dayOf)), [columns, rows, axes]);
  return { axes, places, choose: (chosen) => change({ ...chosen }, { replace: true }) };
}
