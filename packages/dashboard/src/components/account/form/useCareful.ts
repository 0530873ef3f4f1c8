import { useState } from 'react';

/** Closes what shows a secret at the second try alone, once it has been said that it is not shown again. */
export function useCareful(holdsSecret: boolean, onClose: () => void) {
  const [warned, setWarned] = useState(false);
  const close = () => {
    if (holdsSecret && !warned) setWarned(true);
    else onClose();
  };
  return { warned: holdsSecret && warned, close };
}
