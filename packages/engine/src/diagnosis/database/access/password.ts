import type { AskedDatabase } from '../asked.ts';
import { ok, warning, type Check } from '../../verdict.ts';
import { parameter } from './parameter.ts';

/** After the user's name, or as a parameter. */
function isWritten(url: string): boolean {
  return /\/\/[^/?#@]*:[^/?#]+@/.test(url) || parameter(url, 'password') !== null;
}

/** Where the password comes from. On RDS it belongs into Secrets Manager, whence a rotation reaches running processes. */
export const password: Check<AskedDatabase> = {
  name: 'password',
  async look({ url, target }) {
    if (target !== 'rds') return [];
    if (/[?&]passwordsecret=/i.test(url)) return [ok('It is asked of Secrets Manager for each new connection.')];
    if (!isWritten(url)) return [ok('It is not in the address.')];
    return [
      warning(
        'It is in the address: whoever sees the environment sees it, and a rotation needs a restart.',
        'Leave it away, and add &passwordsecret=ARN with the secret that RDS rotates.',
      ),
    ];
  },
};
