import type pg from 'pg';
import type { PasswordSecret } from './password-secret.ts';

/** SQLSTATE invalid_password. */
const wrongPassword = '28P01';

function stateOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** Whether the server has refused the password, so that another one may do. */
export function isWrongPassword(error: unknown): boolean {
  return stateOf(error) === wrongPassword;
}

/** Has a client that is not connected yet sign in with the secret's password, and tell the secret if that is refused. */
export function signInWith(client: pg.Client, secret: PasswordSecret): void {
  let used: string | undefined;
  const password = async () => {
    used = await secret.read();
    return used;
  };
  // The driver takes a function, but not beside an address, whose empty password wins; nor does the field's type know it.
  Object.defineProperty(client, 'password', { value: password, writable: true, configurable: true, enumerable: false });
  client.connection.on('errorMessage', (error: unknown) => {
    if (used !== undefined && isWrongPassword(error)) secret.refuse(used);
  });
}
