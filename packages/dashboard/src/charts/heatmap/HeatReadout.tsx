import { useEffect, useState, type RefObject } from 'react';
import styles from './Heatmap.module.css';

interface Told {
  readonly heading: string;
  readonly text: string;
}

/** The cell that a pointer or the focus is at; the keyboard's own is heard from the table itself. */
export function HeatReadout({ table }: { readonly table: RefObject<HTMLTableElement | null> }) {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const host = table.current;
    if (host === null) return;
    const stop = new AbortController();
    // Heard at the table: a listener and a state for each of a thousand cells would be felt.
    const tell = ({ target }: Event) => setTold(toldBy(target));
    for (const name of ['pointerover', 'focusin']) host.addEventListener(name, tell, { signal: stop.signal });
    host.addEventListener('pointerleave', () => setTold(toldBy(document.activeElement)), { signal: stop.signal });
    host.addEventListener('focusout', () => setTold(null), { signal: stop.signal });
    return () => stop.abort();
  }, [table]);
  return (
    <span className={styles.readout} aria-hidden="true">
      {told === null ? null : (
        <>
          {told.heading} <b>{told.text}</b>
        </>
      )}
    </span>
  );
}

function toldBy(target: EventTarget | null): Told | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-heading]') : null;
  return cell === null ? null : { heading: cell.dataset['heading'] ?? '', text: cell.textContent };
}
