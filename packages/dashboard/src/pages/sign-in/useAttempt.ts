import { useEffect, useState } from 'react';
import { isUnauthenticated } from '../../client/index.ts';
import { useSignIn } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import type { SignInLink } from './link.ts';
import { asksForCode, refusalText, type Attempted } from './refusal.ts';
import { credentialsOf, fieldsOf, type SignInField, type Typed, type Way } from './ways.ts';

/** The form as it is now, and what can be done with it. */
export interface SignInAttempt {
  readonly way: Way;
  readonly fields: readonly SignInField[];
  readonly pending: boolean;
  /** Whether an attempt failed, also if only a code is missing. */
  readonly failed: boolean;
  /** Why; null if there is nothing to correct. */
  readonly problem: string | null;
  readonly submit: (typed: Typed) => void;
  /** Changes to another way. */
  readonly choose: (way: Way) => void;
}

/** Signs in by whatever somebody has. A link with a token is tried at once; one of the other kind asks for the password it sets. */
export function useAttempt(link: SignInLink | null, onLinkTried: () => void): SignInAttempt {
  const { texts } = useLocale();
  const { mutate, reset, isPending, error, variables } = useSignIn();
  const [chosen, setChosen] = useState<Way>('password');
  const [attempted, setAttempted] = useState<Attempted>('password');
  const [codeWanted, setCodeWanted] = useState(false);
  const way = link?.kind === 'enlace' ? 'enlace' : chosen;

  const submit = (typed: Typed) => {
    setAttempted(way);
    mutate(credentialsOf(way, typed, link?.secret ?? ''), {
      onSuccess: onLinkTried,
      onError: (refused) => {
        if (asksForCode(refused)) setCodeWanted(true);
        else if (isUnauthenticated(refused)) onLinkTried();
      },
    });
  };
  useEffect(() => {
    if (link?.kind !== 'token') return;
    setAttempted('link');
    mutate({ token: link.secret }, { onSettled: onLinkTried });
    // One attempt for each link, whatever else changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [link]);
  const choose = (other: Way) => {
    reset();
    setCodeWanted(false);
    setChosen(other);
  };

  // That a code is asked for is no refusal of one.
  const isAsked = asksForCode(error) && !('codigo' in (variables ?? {}));
  return {
    way,
    fields: fieldsOf(way, codeWanted),
    pending: isPending,
    failed: error !== null,
    problem: error === null || isAsked ? null : refusalText(error, attempted, texts),
    submit,
    choose,
  };
}
