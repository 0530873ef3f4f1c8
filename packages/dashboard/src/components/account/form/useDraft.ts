import { useEffect, useState } from 'react';
import { tabStorage, useSession } from '../../../hooks/index.ts';
import { changesOf, keepDraft, readDraft } from './draft.ts';

export interface DraftState<Form> {
  readonly form: Form;
  /** The fields that differ from what is saved. */
  readonly changes: Partial<Form>;
  readonly dirty: boolean;
  readonly change: (patch: Partial<Form>) => void;
  /** Forgets what was typed. */
  readonly reset: () => void;
}

/**
 * What is typed into a form, kept in the tab's storage: a dialog that was closed by mistake opens again with it. Never for
 * secrets.
 *
 * @param saved what the form holds before anything is typed
 */
export function useDraft<Form extends object>(name: string, saved: Form): DraftState<Form> {
  const userId = useSession().data?.user?.id ?? '';
  const key = `fluxion.form.${userId}.${name}`;
  const [typed, setTyped] = useState(() => readDraft(tabStorage(), key, saved));
  const changes = changesOf(saved, typed);
  const kept = JSON.stringify(changes);
  useEffect(() => {
    // While nobody is signed in, what is typed waits where it is.
    if (userId !== '') keepDraft(tabStorage(), key, JSON.parse(kept) as object);
  }, [userId, key, kept]);
  return {
    form: { ...saved, ...typed },
    changes,
    dirty: kept !== '{}',
    change: (patch) => setTyped((before) => ({ ...before, ...patch })),
    reset: () => setTyped({}),
  };
}
