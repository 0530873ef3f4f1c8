import { useLayoutEffect, useState, type ReactNode } from 'react';
import { UNSAFE_PortalProvider as PortalProvider } from 'react-aria/PortalProvider';
import { createPortal } from 'react-dom';

/** On the body: all in it is out of sight and reach but what has the other mark; see `base.css`. */
const HELD = 'data-held';
const ABOVE = 'data-above';

/**
 * The sign-in screen above pages that wait. The pages stay as they are, with what was typed into them, but nobody can read
 * them: neither the document's nor the dialogs above it, those that open meanwhile among them.
 */
export function SignInAbove({ children }: { readonly children: ReactNode }) {
  const [place] = useState(() => {
    const element = document.createElement('div');
    // Dialogs of the component library keep focus and clicks within themselves, but for elements with this mark.
    element.setAttribute('data-react-aria-top-layer', 'true');
    element.setAttribute(ABOVE, '');
    return element;
  });
  useLayoutEffect(() => {
    document.body.setAttribute(HELD, '');
    document.body.append(place);
    return () => {
      place.remove();
      document.body.removeAttribute(HELD);
    };
  }, [place]);
  // Menus of the sign-in open above the pages, too.
  return createPortal(<PortalProvider getContainer={() => place}>{children}</PortalProvider>, place);
}
