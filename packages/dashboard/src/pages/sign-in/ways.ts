import type { Credentials } from '../../client/index.ts';

/** How somebody signs in: with mail and password, with an access token that was pasted, or by setting a password. */
export type Way = 'password' | 'token' | 'enlace';

type FieldName = 'correo' | 'clave' | 'nueva' | 'codigo' | 'token';

/** A field of the sign-in form. */
export interface SignInField {
  readonly name: FieldName;
  readonly type: 'email' | 'password' | 'text';
  readonly autoComplete: string;
}

/** What was typed, by field. */
export type Typed = Partial<Record<FieldName, string>>;

const mail: SignInField = { name: 'correo', type: 'email', autoComplete: 'username' };
const codeField: SignInField = { name: 'codigo', type: 'text', autoComplete: 'one-time-code' };
const password: SignInField = { name: 'clave', type: 'password', autoComplete: 'current-password' };
const newPassword: SignInField = { name: 'nueva', type: 'password', autoComplete: 'new-password' };

/** The fields of a way, with the second factor's code where it was asked for. */
export function fieldsOf(way: Way, asksForCode: boolean): readonly SignInField[] {
  if (way === 'token') return [{ name: 'token', type: 'password', autoComplete: 'off' }];
  const fields = way === 'enlace' ? [newPassword] : [mail, password];
  return asksForCode ? [...fields, codeField] : fields;
}

/** What the form's fields amount to. `enlace` is the one-time link's secret. */
export function credentialsOf(way: Way, typed: Typed, enlace: string): Credentials {
  const { correo = '', clave = '', nueva = '', codigo, token = '' } = typed;
  if (way === 'token') return { token: token.trim() };
  const code = codigo === undefined ? {} : { codigo: codigo.trim() };
  // A password is taken as it is typed, its spaces too.
  return way === 'enlace' ? { enlace, clave: nueva, ...code } : { correo: correo.trim(), clave, ...code };
}
