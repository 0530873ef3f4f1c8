import { FluxionError, nearest } from '../../../base/index.ts';

/** What a placeholder may stand for. Those of dates take a form: `{date:DD/MM/YYYY}`. */
export const placeholders = ['store', 'date', 'date_next', 'page', 'offset', 'size', 'cursor'] as const;
export type Placeholder = (typeof placeholders)[number];

/** `${NAME}`, a variable of the environment; or `{name}` and `{name:form}`. */
const marks = /\$\{([A-Za-z_]\w*)\}|\{([a-z_]+)(?::([^{}]*))?\}/g;

/** The variables of the environment that hold secrets, by name. */
export type Secrets = (name: string) => string | undefined;

export interface Filling {
  readonly values: Readonly<Partial<Record<Placeholder, string>>>;
  /** Undefined: variables stay what they are called, for texts that people see. */
  readonly secrets: Secrets | undefined;
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/**
 * Fills in a text. Names in braces that are no placeholders stay: a body may be GraphQL.
 * @throws FluxionError INVALID_INPUT naming a variable that the environment lacks
 */
export function filled(text: string, { values, secrets }: Filling, escape: (value: string) => string): string {
  return text.replaceAll(marks, (mark, variable?: string, name?: string, form?: string) => {
    if (variable !== undefined) return secrets === undefined ? mark : escape(secretOf(variable, secrets));
    if (name === undefined || !isPlaceholder(name)) return mark;
    return escape(formed(values[name] ?? '', form));
  });
}

function secretOf(variable: string, secrets: Secrets): string {
  const value = secrets(variable);
  if (value !== undefined && value !== '') return value;
  throw new FluxionError('INVALID_INPUT', `the source needs the environment variable ${variable}, which is not set`);
}

function formed(value: string, form: string | undefined): string {
  const [year = '', month = '', day = ''] = value.split('-');
  return form === undefined
    ? value
    : form.replace('YYYY', year).replace('YY', year.slice(2)).replace('MM', month).replace('DD', day);
}

/** The placeholders that a text has. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  return Array.from(text.matchAll(marks), ([, , name = '']) => name).filter(isPlaceholder);
}

/** Whether a text takes something from the environment. */
export function takesSecrets(text: string): boolean {
  return Array.from(text.matchAll(marks)).some(([, variable]) => variable !== undefined);
}

/** What is wrong with the placeholders of a text; undefined if nothing is. */
export function placeholderProblem(text: string): string | undefined {
  for (const [mark, variable, name = '', form] of text.matchAll(marks)) {
    if (variable !== undefined) continue;
    if (!isPlaceholder(name)) {
      const guess = nearest(name, placeholders);
      return `has ${mark}, which is no placeholder${guess === undefined ? '' : ` (did you mean {${guess}}?)`}`;
    }
    if (form !== undefined && !(name.startsWith('date') && /^(?=.*YY)(?=.*MM)(?=.*DD)[YMD\W_T]+$/.test(form)))
      return `has ${mark}: only dates have a form, of YYYY, MM and DD`;
  }
  return undefined;
}
