import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Size<Host extends HTMLElement> {
  readonly ref: RefObject<Host | null>;
  /** In pixels; 0 before it is known. */
  readonly width: number;
  readonly height: number;
}

/** An element's size within its edges, kept up to date. */
export function useSize<Host extends HTMLElement>(): Size<Host> {
  const ref = useRef<Host>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const host = ref.current;
    if (host === null) return;
    const measure = () => setSize({ width: host.clientWidth, height: host.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(host);
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
