/** What a look found: as it should be, or not quite, or so that something will not work; then with what to do about it. */
export type Verdict =
  | { readonly state: 'ok'; readonly found: string }
  | { readonly state: 'warning' | 'problem'; readonly found: string; readonly advice: string };

/** A verdict with the name of the check that came to it. */
export type Finding = Verdict & { readonly name: string };

/** Something that can be looked at. */
export interface Check<Asked> {
  /** One word, as a person finds it in the list and a program in the JSON. */
  readonly name: string;
  /** None: there is nothing to be said of it here. */
  look(asked: Asked): Promise<readonly Verdict[]>;
}

export function ok(found: string): Verdict {
  return { state: 'ok', found };
}

/** Fluxion works, but slower, less safely or not for ever. */
export function warning(found: string, advice: string): Verdict {
  return { state: 'warning', found, advice };
}

/** Something of Fluxion does not work, or is open to strangers. */
export function problem(found: string, advice: string): Verdict {
  return { state: 'problem', found, advice };
}
