import { FluxionError, nearest } from '@fluxion/engine/base';

/** What can be done with sources, and whether a source has to be named. */
export const verbs = {
  add: true,
  list: false,
  show: true,
  test: true,
  pause: true,
  resume: true,
  remove: true,
} as const;
export type Verb = keyof typeof verbs;

/** What a command line asks for; `name` is '' where none is wanted. */
export interface Asked {
  readonly verb: Verb;
  readonly name: string;
}

const details = ['`fluxion sources --help` shows what it takes.'];

/** @throws FluxionError USAGE for another verb, a name too many or one that is missing */
export function askedOf(operands: readonly string[]): Asked {
  const [verb = 'list', name, extra] = operands;
  if (!isVerb(verb)) {
    const guess = nearest(verb, Object.keys(verbs));
    const hint = guess === undefined ? `it is one of ${Object.keys(verbs).join(', ')}` : `did you mean ${guess}?`;
    throw new FluxionError('USAGE', `\`fluxion sources\` cannot ${verb}; ${hint}`, { details });
  }
  if (verbs[verb] && name === undefined)
    throw new FluxionError('USAGE', `\`fluxion sources ${verb}\` needs a NAME`, { details });
  const surplus = verbs[verb] ? extra : name;
  if (surplus === undefined) return { verb, name: name ?? '' };
  throw new FluxionError('USAGE', `\`fluxion sources ${verb}\` does not know what to do with "${surplus}"`, {
    details,
  });
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(verbs, word);
}
