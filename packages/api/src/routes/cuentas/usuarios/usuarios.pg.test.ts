import { listarUsuarios, Persona } from '@fluxion/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../../testing/answers.ts';
import { goodPassword, newPerson, signedInPerson, type TestPerson } from '../../../testing/people.ts';
import { openTestChain, type TestChain } from '../../../testing/test-chain.ts';

let chain: TestChain;
let root: TestPerson;

beforeAll(async () => {
  chain = await openTestChain();
  root = await signedInPerson(chain, 'super_admin');
});

afterAll(() => chain.close());

async function codeOf(answer: Promise<LightMyRequestResponse>): Promise<string> {
  const { statusCode, body } = await answer;
  return statusCode < 400 ? String(statusCode) : String(JSON.parse(body).codigo);
}

describe('people', () => {
  it('are added, invited by a link, and listed', async () => {
    const body = { correo: 'Luisa@Cadena.example', nombre: 'Luisa', rol: 'gerente_tienda', ubicaciones: ['T1', 'T2'] };
    const added = await root.call('POST', '/usuarios', body);
    expect(added.statusCode).toBe(201);
    const { id } = added.json();
    expect(added.json()).toMatchObject({ ...body, correo: 'luisa@cadena.example', activo: true, con_clave: false });
    const { enlace, caduca } = (await root.call('POST', `/usuarios/${id}/enlace`)).json();
    expect(Date.parse(caduca)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    const payload = { enlace, clave: goodPassword };
    expect(await codeOf(chain.server.inject({ method: 'POST', url: '/sesion/enlace', payload }))).toBe('204');
    const { datos } = (await root.call('GET', '/usuarios?limite=1000')).json();
    const correos = datos.map(({ correo }: { correo: string }) => correo);
    expect(correos).toEqual(correos.toSorted());
    expect(datos).toContainEqual(expect.objectContaining({ id, con_clave: true, ubicaciones: ['T1', 'T2'] }));
  });

  it('come a page at a time', async () => {
    await newPerson(chain, 'visualizador');
    const seen: string[] = [];
    for (let url: string | undefined = '/usuarios?limite=1'; url !== undefined;) {
      const answer: LightMyRequestResponse = await root.call('GET', url);
      const page = bodyOf(listarUsuarios.answers[200], answer);
      seen.push(...page.datos.map(({ id }) => id));
      url = page.siguiente === null ? undefined : `/usuarios?limite=1&cursor=${page.siguiente}`;
    }
    const { rows } = await chain.pool.query<{ id: string }>('SELECT id FROM usuarios ORDER BY correo');
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  it('have one mail address each, and stores that exist', async () => {
    const body = { correo: root.correo.toUpperCase(), nombre: 'Otra', rol: 'visualizador' };
    expect(refusedFields(await root.call('POST', '/usuarios', body))).toEqual(['correo']);
    const lost = { correo: 'x@y.example', nombre: 'X', rol: 'visualizador', ubicaciones: ['T1', 'T9'] };
    expect(refusedFields(await root.call('POST', '/usuarios', lost))).toEqual(['ubicaciones']);
  });

  it('are administered by nobody but administrators', async () => {
    for (const role of ['visualizador', 'gerente_general'] as const) {
      const person = await signedInPerson(chain, role, ['T1']);
      const url = `/usuarios/${person.id}`;
      const answers = [
        person.call('GET', '/usuarios'),
        person.call('POST', '/usuarios', { correo: 'a@b.example', nombre: 'A', rol: 'super_admin' }),
        person.call('PATCH', url, { rol: 'super_admin' }),
        person.call('POST', `${url}/enlace`),
        person.call('DELETE', `${url}/segundo-factor`),
        person.call('GET', '/auditoria'),
        person.call('POST', '/ubicaciones', {}),
      ];
      for (const answer of answers) expect(['FORBIDDEN', 'INVALID_REQUEST']).toContain(await codeOf(answer));
      expect((await person.call('GET', '/sesion')).json().usuario.rol).toBe(role);
    }
  });
});

describe('changing a person', () => {
  it('holds from their next request on', async () => {
    const person = await signedInPerson(chain, 'gerente_tienda', ['T1']);
    const stores = async () =>
      (await person.call('GET', '/ubicaciones')).json().datos.map(({ id }: { id: string }) => id);
    expect(await stores()).toEqual(['T1']);
    const changed = await root.call('PATCH', `/usuarios/${person.id}`, { ubicaciones: ['T2', 'T3'], nombre: 'Nueva' });
    expect(bodyOf(Persona, changed)).toMatchObject({
      nombre: 'Nueva',
      rol: 'gerente_tienda',
      ubicaciones: ['T2', 'T3'],
    });
    expect(await stores()).toEqual(['T2', 'T3']);
    await root.call('PATCH', `/usuarios/${person.id}`, { rol: 'visualizador', ubicaciones: [] });
    expect(await stores()).toEqual([]);
    expect((await person.call('GET', '/sesion')).json().usuario.rol).toBe('visualizador');
  });

  it('that is disabled ends sessions, keys and links for good', async () => {
    const person = await signedInPerson(chain, 'visualizador', ['T1']);
    const { clave } = (await person.call('POST', '/claves', { nombre: 'x', dias: 1 })).json();
    const { enlace } = (await root.call('POST', `/usuarios/${person.id}/enlace`)).json();
    for (const activo of [false, true]) await root.call('PATCH', `/usuarios/${person.id}`, { activo });
    expect((await person.call('GET', '/sesion')).statusCode).toBe(401);
    expect((await chain.get('/sesion', clave)).statusCode).toBe(401);
    const payload = { enlace, clave: goodPassword };
    expect((await chain.server.inject({ method: 'POST', url: '/sesion/enlace', payload })).statusCode).toBe(401);
    expect(await codeOf(root.call('PATCH', '/usuarios/nadie', { activo: false }))).toBe('NOT_FOUND');
    expect(await codeOf(root.call('POST', '/usuarios/nadie/enlace'))).toBe('NOT_FOUND');
  });

  it('is not done to one’s own powers, nor one’s own password by a link', async () => {
    const url = `/usuarios/${root.id}`;
    for (const change of [{ rol: 'visualizador' }, { activo: false }, { ubicaciones: ['T1'] }]) {
      expect(await codeOf(root.call('PATCH', url, change))).toBe('FORBIDDEN');
    }
    expect(await codeOf(root.call('POST', `${url}/enlace`))).toBe('FORBIDDEN');
    expect(await codeOf(root.call('PATCH', url, { nombre: 'Raíz' }))).toBe('200');
  });

  it('is done with an API key too, but not to administrators, nor to make one, nor to let anybody in', async () => {
    const { clave } = (await root.call('POST', '/claves', { nombre: 'x', dias: 1 })).json();
    const other = await newPerson(chain, 'super_admin');
    const call = (method: 'POST' | 'PATCH' | 'DELETE', url: string, payload: object = {}) =>
      codeOf(chain.server.inject({ method, url, payload, headers: { authorization: `Bearer ${clave}` } }));
    const added = { correo: 'programa@cadena.example', nombre: 'P', rol: 'visualizador' };
    expect(await call('POST', '/usuarios', added)).toBe('201');
    const { id } = await newPerson(chain, 'visualizador');
    expect(await call('PATCH', `/usuarios/${id}`, { rol: 'gerente_tienda' })).toBe('200');
    const refused = [
      call('POST', '/usuarios', { ...added, correo: 'z@cadena.example', rol: 'super_admin' }),
      call('PATCH', `/usuarios/${id}`, { rol: 'super_admin' }),
      call('PATCH', `/usuarios/${other.id}`, { activo: false }),
      call('POST', `/usuarios/${other.id}/enlace`),
      call('DELETE', `/usuarios/${other.id}/segundo-factor`),
      call('POST', `/usuarios/${id}/enlace`),
      call('DELETE', `/usuarios/${id}/segundo-factor`),
    ];
    expect(await Promise.all(refused)).toEqual(refused.map(() => 'FORBIDDEN'));
  });

  it('leaves an administrator, even where two take each other’s role at once', async () => {
    const two = [await signedInPerson(chain, 'super_admin'), await signedInPerson(chain, 'super_admin')] as const;
    await chain.pool.query(`UPDATE usuarios SET rol = 'visualizador' WHERE rol = 'super_admin' AND id <> ALL ($1)`, [
      two.map(({ id }) => id),
    ]);
    const demote = (by: TestPerson, whom: TestPerson) =>
      codeOf(by.call('PATCH', `/usuarios/${whom.id}`, { rol: 'gerente_general' }));
    const codes = await Promise.all([demote(two[0], two[1]), demote(two[1], two[0])]);
    // The one who came second was an administrator no longer, or was told that they are the last.
    expect(codes.filter((code) => code === '200')).toHaveLength(1);
    const { rows } = await chain.pool.query(`SELECT FROM usuarios WHERE rol = 'super_admin' AND activo`);
    expect(rows).toHaveLength(1);
    await chain.pool.query(`UPDATE usuarios SET rol = 'super_admin' WHERE id = $1`, [root.id]);
  });
});
