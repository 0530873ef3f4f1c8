import { createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { FluxionError } from '../../base/index.ts';

const saltBytes = 16;
const hashBytes = 32;

/**
 * What PostgreSQL keeps of a password, as in `pg_authid`: `SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey` (RFC 5803). Given
 * so, the password itself never reaches the server, which logs statements as they are.
 * @throws FluxionError DATABASE_UNSUITABLE for a password with other characters than ASCII's printable ones, which
 * programs normalise each in its own way
 */
export async function scramVerifier(password: string, iterations: number): Promise<string> {
  if (!/^[ -~]+$/.test(password)) {
    const advice = 'Choose one of letters, digits and signs of ASCII.';
    throw new FluxionError('DATABASE_UNSUITABLE', `The role's password is empty or has other characters. ${advice}`);
  }
  const salt = randomBytes(saltBytes);
  const salted = await promisify(pbkdf2)(password, salt, iterations, hashBytes, 'sha256');
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyOf('Server Key').toString('base64')}`;
}
