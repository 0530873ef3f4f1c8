import { useDeferredValue } from 'react';
import type { PageEntry } from '../../navigation/index.ts';
import type { CommandGroup } from './command.ts';
import { isMatch } from './matching.ts';
import { usePlaces, type Places } from './usePlaces.ts';
import { useSettings } from './useSettings.ts';

/** Of each kind; more letters find the others. */
const LISTED = 8;

export interface Commands {
  readonly groups: readonly CommandGroup[];
  readonly state: Places['state'];
}

/** What the letters typed find, by kind; kinds without any are left out. */
export function useCommands(pages: readonly PageEntry[], typed: string): Commands {
  const search = useDeferredValue(typed);
  const { groups, products, state } = usePlaces(pages, search);
  const settings = useSettings();
  const nothingTyped = typed.trim() === '';
  const narrowed = [...groups, settings].map((group) => {
    const matching = group.commands.filter(({ text, hint = '' }) => isMatch(`${text} ${hint}`, typed));
    // Before anything is typed the pages and the views are what people come for.
    const listed = nothingTyped && group.id === 'stores' ? [] : matching.slice(0, LISTED);
    return { ...group, commands: listed };
  });
  // The server has found the products; they stand before what only changes how everything looks.
  const all = [...narrowed.slice(0, -1), products, ...narrowed.slice(-1)];
  return { groups: all.filter(({ commands }) => commands.length > 0), state };
}
