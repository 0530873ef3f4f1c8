import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../client/index.ts';
import { drawQr } from './factor/qr-path.ts';
import { keyBody, keyRoles, missingIn, newKey } from './keys/key-form.ts';
import { refusedProof } from './refused.ts';
import { deviceOf } from './sessions/device.ts';

/** The modules of a drawing as a picture that a reader takes, some points each. */
function pictureOf({ size, path }: ReturnType<typeof drawQr>, scale = 4) {
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const start = (row * width + Number(x) * scale) * 4;
      for (let point = 0; point < Number(length) * scale; point++) data.set([0, 0, 0], start + point * 4);
    }
  }
  return { width, height: width, data };
}

describe('the QR code', () => {
  test('is read as what was written', () => {
    const uri = 'otpauth://totp/Fluxion:ana%40cadena.ve?issuer=Fluxion&secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6';
    const drawing = drawQr(uri);
    expect(decodeQR(pictureOf(drawing))).toBe(uri);
    expect(drawing.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  });
});

describe('a key', () => {
  test('has at most its person’s role, and less where it is of some stores', () => {
    expect(keyRoles('gerente_tienda', 'todas')).toEqual(['visualizador', 'gerente_tienda']);
    expect(keyRoles('super_admin', 'algunas').at(-1)).toBe('gestor_abastecimiento');
    expect(keyRoles('visualizador', 'algunas')).toEqual(['visualizador']);
  });

  test('is asked for with what was chosen alone', () => {
    const form = { ...newKey, nombre: ' Excel ' };
    expect(keyBody(form, 'super_admin')).toEqual({ nombre: 'Excel', dias: 90 });
    const some = { ...form, rol: 'visualizador', scope: 'algunas', ubicaciones: ['T1'], dias: '7' } as const;
    expect(keyBody(some, 'super_admin')).toEqual({
      nombre: 'Excel',
      dias: 7,
      rol: 'visualizador',
      ubicaciones: ['T1'],
    });
    // A role that the stores do not allow is left to the API's own bound.
    expect(keyBody({ ...some, rol: 'super_admin' }, 'super_admin')).not.toHaveProperty('rol');
    expect(keyBody({ ...some, scope: 'todas' }, 'super_admin')).not.toHaveProperty('ubicaciones');
  });

  test('needs a name, and stores where it is of some', () => {
    expect(missingIn(newKey)).toEqual({ name: true, stores: false });
    expect(missingIn({ ...newKey, nombre: 'x', scope: 'algunas' })).toEqual({ name: false, stores: true });
  });
});

describe('a session', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
  test.each([
    ['Chrome', 'Windows', chrome],
    ['Edge', 'Windows', `${chrome} Edg/140.0`],
    ['Firefox', 'Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    [
      'Safari',
      'iPhone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
    ],
    ['Safari', 'macOS', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15'],
    ['Chrome', 'Android', 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'],
  ])('was opened by %s on %s', (browser, system, agent) => {
    expect(deviceOf(agent)).toEqual({ browser, system });
  });

  test('of another program is not guessed', () => {
    expect([deviceOf(null), deviceOf('curl/8.9')]).toEqual([null, null]);
  });
});

describe('a proof that was refused', () => {
  const problem = (status: number, codigo: string) =>
    new ApiProblem({ kind: 'refused', status, body: { status, codigo } });
  test('was the password, or the code', () => {
    expect(refusedProof(problem(401, 'UNAUTHENTICATED'))).toBe('password');
    expect(refusedProof(problem(401, 'SECOND_FACTOR_REQUIRED'))).toBe('code');
    expect([refusedProof(problem(429, 'TOO_MANY_ATTEMPTS')), refusedProof(null)]).toEqual([null, null]);
  });
});
