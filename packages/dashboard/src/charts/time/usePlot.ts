import { useMemo, type RefObject } from 'react';
import { useSize } from '../useSize.ts';
import { type Plot, plotOf } from './model/index.ts';

/** Room for `Bs 800 mil`, and for the plain figures of a second axis. */
const AXIS_PX = 76;
const SECOND_AXIS_PX = 60;
const EDGE_PX = 20;
/** Few enough places to give each a dot or a bar, and the first and the last some room. */
const FEW = 45;

/** The drawing's measures, which follow its element's size. */
export function usePlot(
  places: number,
  bars: boolean,
): { readonly ref: RefObject<HTMLDivElement | null>; readonly plot: Plot } {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const plot = useMemo(
    () =>
      plotOf({
        width,
        height,
        places,
        left: AXIS_PX,
        right: bars ? SECOND_AXIS_PX : EDGE_PX,
        inset: bars || places <= FEW,
      }),
    [width, height, places, bars],
  );
  return { ref, plot };
}
