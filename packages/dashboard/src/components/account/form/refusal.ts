import { ApiProblem } from '../../../client/index.ts';
import { failureText, type Texts } from '../../../i18n/index.ts';
import type { AccountWords } from '../texts.ts';

/** Why something was not done: of each field what is wrong with it, and what belongs to none. */
export interface FormRefusal {
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string | null;
}

const nothing: FormRefusal = { fields: {}, text: null };

function sentence(text: string): string {
  const words = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** @param known the fields that the form has; what is wrong with others is told above them */
export function refusalOf(error: unknown, known: readonly string[], words: AccountWords, common: Texts): FormRefusal {
  if (error === null || error === undefined) return nothing;
  if (error instanceof ApiProblem) {
    if (error.codigo === 'INVALID_REQUEST' && error.campos.length > 0) {
      const ofForm = error.campos.filter(({ campo }) => known.includes(campo));
      const others = error.campos.filter(({ campo }) => !known.includes(campo));
      return {
        fields: Object.fromEntries(ofForm.map(({ campo, mensaje }) => [campo, sentence(mensaje)])),
        text: others.length === 0 ? words.fix : others.map(({ mensaje }) => sentence(mensaje)).join(' '),
      };
    }
    if (error.codigo === 'LAST_ADMINISTRATOR') return { fields: {}, text: words.lastAdministrator };
    if (error.codigo === 'FORBIDDEN') return { fields: {}, text: words.forbidden };
    if (error.codigo === 'NOT_FOUND') return { fields: {}, text: words.gone };
    if (error.codigo === 'TOO_MANY_ATTEMPTS') return { fields: {}, text: common.signIn.tooManyAttempts };
    if (error.codigo === 'SECOND_FACTOR_UNREADABLE') return { fields: {}, text: common.signIn.codeUnreadable };
  }
  const { title, advice } = failureText(error, common);
  return { fields: {}, text: `${title}. ${advice}` };
}
