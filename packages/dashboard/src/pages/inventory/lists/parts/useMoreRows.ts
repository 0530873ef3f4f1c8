import { useState } from 'react';

/** How many rows of a ranking are asked for at first, and at most: rankings have no second page. */
const FIRST_ROWS = 200;
const MOST_ROWS = 1000;

export interface MoreRows {
  readonly limite: number;
  /** Asks for the rest after so many rows; undefined where there are no more to ask for. */
  readonly more: (received: number) => (() => void) | undefined;
  /** There may be rows beyond those that can be asked for. */
  readonly isCut: (received: number) => boolean;
}

/** @param query what the ranking is of: another one begins anew */
export function useMoreRows(query: object): MoreRows {
  const key = JSON.stringify(query);
  const [wanted, setWanted] = useState<string>();
  const limite = wanted === key ? MOST_ROWS : FIRST_ROWS;
  return {
    limite,
    more: (received) => (limite === FIRST_ROWS && received === FIRST_ROWS ? () => setWanted(key) : undefined),
    isCut: (received) => received >= MOST_ROWS,
  };
}
