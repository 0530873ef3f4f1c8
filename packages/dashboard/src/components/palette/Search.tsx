import { lazy, Suspense, useEffect, useState } from 'react';
import type { PageEntry } from '../../navigation/index.ts';
import { Boundary } from '../boundary/Boundary.tsx';
import { SearchButton } from '../shell/SearchButton.tsx';

/** Comes when it is first opened. */
const Palette = lazy(() => import('./Palette.tsx'));

/** The palette, and the ways to open it: a button, and Ctrl-K on every page. */
export function Search({ pages }: { readonly pages: readonly PageEntry[] }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      // Browsers would search the web.
      event.preventDefault();
      setOpen((before) => !before);
    };
    // In the capture phase: editors have keys of their own.
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
  return (
    <>
      <SearchButton onPress={() => setOpen(true)} />
      {open ? (
        <Boundary fallback={null}>
          <Suspense>
            <Palette pages={pages} onClose={() => setOpen(false)} />
          </Suspense>
        </Boundary>
      ) : null}
    </>
  );
}
