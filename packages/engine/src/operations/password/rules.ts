import { InvalidInput, type InputFault } from '../invalid-input.ts';

/** In characters. Length is what makes a password strong; no kinds of characters are asked for (NIST SP 800-63B). */
const passwordLength = { min: 12, max: 128 } as const;

/** What people choose when twelve characters are asked for. */
const common = new Set(
  `123456789012 1234567890123 12345678901234 123456789123 012345678901 098765432109 987654321098 112233445566
   abcdefghijkl abcd12345678 abc123456789 qwertyuiop12 qwertyuiop123 qwertyuiopas qwerty123456 qwerty1234567 1qaz2wsx3edc
   1q2w3e4r5t6y asdfghjklzxc zxcvbnmasdfg asdfasdfasdf qweasdzxc123 password1234 password12345 password123456 passwordpassword
   contraseña12 contraseña123 contraseña1234 contrasena123 contrasena1234 micontraseña micontrasena administrador administrador1
   administrator admin1234567 admin12345678 adminadminadmin administracion bienvenido12 bienvenido123 bienvenidos1
   welcome12345 welcome123456 letmeinletmein iloveyou1234 teamomucho12 teamomucho123 tequieromucho cambiame1234 cambiar12345
   changeme1234 changeme12345 venezuela123 venezuela1234 venezuela2024 venezuela2025 venezuela2026 caracas12345 caracas123456
   colombia1234 colombia12345 supermercado supermercado1 inventario12 inventario123 fluxion12345 fluxion123456 fluxionfluxion
   p@ssw0rd1234 p@ssword1234 passw0rd1234 superusuario secreto12345`
    .split(/\s+/)
    .map((word) => word.normalize('NFKC')),
);
const leastDistinct = 5;

function faultOf(password: string, correo: string): InputFault | undefined {
  const text = password.normalize('NFKC').toLowerCase();
  const characters = [...text];
  if (characters.length < passwordLength.min) return 'PASSWORD_TOO_SHORT';
  if (characters.length > passwordLength.max) return 'PASSWORD_TOO_LONG';
  if (text === correo || text === correo.split('@')[0]) return 'PASSWORD_IS_MAIL';
  return common.has(text) || new Set(characters).size < leastDistinct ? 'PASSWORD_COMMON' : undefined;
}

/**
 * Refuses a password that would be guessed.
 *
 * @throws InvalidInput PASSWORD_*, without the password itself
 */
export function requireGoodPassword(field: string, password: string, correo: string): void {
  const fault = faultOf(password, correo);
  if (fault !== undefined) throw new InvalidInput([{ field, fault, value: '' }]);
}
