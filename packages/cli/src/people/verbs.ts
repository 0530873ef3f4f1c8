import { FluxionError, nearest } from '@fluxion/engine/base';

/** What can be done with people, and whether one has to be named. */
const verbs = { add: true, list: false, link: true, reset: true, disable: true, enable: true } as const;
export type Verb = keyof typeof verbs;

/** What a command line asks for; `mail` is '' where none is wanted. */
export interface Asked {
  readonly verb: Verb;
  readonly mail: string;
}

const details = ['`fluxion user --help` shows what it takes.'];

function isVerb(word: string): word is Verb {
  return Object.hasOwn(verbs, word);
}

/** @throws FluxionError USAGE for another verb, a word too many or a mail address that is missing */
export function askedOf([verb = 'list', ...words]: readonly string[]): Asked {
  if (!isVerb(verb)) {
    const guess = nearest(verb, Object.keys(verbs));
    const hint = guess === undefined ? `it is one of ${Object.keys(verbs).join(', ')}` : `did you mean ${guess}?`;
    throw new FluxionError('USAGE', `\`fluxion user\` cannot ${verb}; ${hint}`, { details });
  }
  const [mail = '', extra] = verbs[verb] ? words : ['', ...words];
  if (verbs[verb] && !/^[^\s@]+@[^\s@]+$/.test(mail)) {
    throw new FluxionError('USAGE', `\`fluxion user ${verb}\` needs a mail address`, { details });
  }
  if (extra === undefined) return { verb, mail };
  throw new FluxionError('USAGE', `\`fluxion user ${verb}\` does not know what to do with "${extra}"`, { details });
}
