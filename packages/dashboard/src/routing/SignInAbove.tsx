import { useLayoutEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Taken out of sight, out of reach of the keyboard and of screen readers; see `base.css`. */
const HELD = 'data-held';

/**
 * The sign-in screen above pages that wait. The pages stay as they are, with what was typed into them, but nobody can read
 * them: neither the document's nor the dialogs that were open above it.
 */
export function SignInAbove({ children }: { readonly children: ReactNode }) {
  const [place] = useState(() => {
    const element = document.createElement('div');
    // Dialogs of the component library keep focus and clicks within themselves, but for elements with this mark.
    element.setAttribute('data-react-aria-top-layer', 'true');
    return element;
  });
  useLayoutEffect(() => {
    const before = [...document.body.children].filter((element) => !element.hasAttribute('data-live-announcer'));
    for (const element of before) element.setAttribute(HELD, '');
    document.body.append(place);
    return () => {
      place.remove();
      for (const element of before) element.removeAttribute(HELD);
    };
  }, [place]);
  return createPortal(children, place);
}
