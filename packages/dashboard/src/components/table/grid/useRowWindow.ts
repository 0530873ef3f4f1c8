import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, type RefCallback, type RefObject } from 'react';

/** From so many rows on, only those in sight are in the page. */
export const VIRTUAL_FROM = 80;

/** A row to draw, and how far from the first row's place. */
export interface DrawnRow {
  readonly index: number;
  /** Null where rows simply follow each other. */
  readonly offset: number | null;
}

export interface RowWindow {
  readonly rows: readonly DrawnRow[];
  /** Of every row, in pixels; null where the content says. */
  readonly rowHeight: number | null;
  /** Of all rows, in pixels; null where rows simply follow each other. */
  readonly height: number | null;
  /** For every row drawn, where rows differ in height. */
  readonly measure: RefCallback<HTMLElement> | undefined;
  readonly reveal: (index: number) => void;
}

export interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly virtual: boolean;
  /** In pixels, of a row; rows differ from it where `uneven`. */
  readonly rowHeight: number;
  readonly uneven: boolean;
  /** What stands above the rows, and beneath them, while they scroll. */
  readonly headHeight: number;
  readonly footHeight: number;
  /** The row that the keyboard is at: it stays in the page when it is scrolled out of sight. */
  readonly kept: number;
}

/** The rows in sight. Few rows are all drawn. */
export function useRowWindow(options: RowWindowOptions): RowWindow {
  const { scroller, count, virtual, rowHeight, uneven, headHeight, footHeight, kept } = options;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (kept < 0 || kept >= range.count || indexes.includes(kept)) return indexes;
      return [...indexes, kept].toSorted((left, right) => left - right);
    },
    [kept],
  );
  const virtualizer = useVirtualizer({
    count: virtual ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The rows ahead are there before they are seen: drawing them need not hold the scrolling up.
    useFlushSync: false,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
    rangeExtractor,
    enabled: virtual,
  });
  const reveal = useCallback(
    (index: number) => {
      if (virtual) virtualizer.scrollToIndex(index);
    },
    [virtual, virtualizer],
  );
  if (!virtual) {
    const rows = Array.from({ length: count }, (_, index) => ({ index, offset: null }));
    return { rows, rowHeight: null, height: null, measure: undefined, reveal };
  }
  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, offset: start - headHeight })),
    rowHeight: uneven ? null : rowHeight,
    height: virtualizer.getTotalSize(),
    measure: uneven ? virtualizer.measureElement : undefined,
    reveal,
  };
}
