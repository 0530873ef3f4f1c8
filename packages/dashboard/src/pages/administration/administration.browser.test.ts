import { createClient } from '@fluxion/contract';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { accessibilityFaults } from '#testing/visit.ts';

const dashboard = provideDashboard();
const password = 'lirio azul bajo el puente';
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

/** Somebody who has set their password. */
async function personOf(correo: string, nombre: string, rol: string): Promise<{ readonly id: string }> {
  const enlace = await dashboard.chain.invite(correo, nombre);
  await createClient({ url: dashboard.chain.origin }).usarEnlace({ body: { enlace, clave: password } });
  const { rows } = await dashboard.chain.pool.query<{ id: string }>(
    'UPDATE usuarios SET rol = $2 WHERE correo = $1 RETURNING id',
    [correo, rol],
  );
  return { id: rows[0]?.id ?? '' };
}

const correo = 'raiz@prueba.ve';
let root: { readonly id: string };
beforeAll(async () => {
  root = await personOf(correo, 'Rosa Raíz', 'super_admin');
});

/** Opens the page signed in with mail and password. */
async function open(search = '', as = correo): Promise<void> {
  await page.request.post(`${dashboard.chain.origin}/sesion`, { data: { correo: as, clave: password } });
  await page.addInitScript({ content: "localStorage.setItem('fluxion.session', '1')" });
  await page.goto(`${dashboard.chain.origin}/app/administracion${search}`);
  await page.getByRole('heading', { level: 1, name: 'Administración' }).waitFor();
}

const table = (name: string) => page.getByRole('grid', { name });

describe('people', () => {
  test('are added, keep what was typed, and get in by the link that is shown once', async () => {
    await open();
    await table('Personas').getByText(correo).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Añadir persona' }).click();
    const form = page.getByRole('dialog', { name: 'Añadir una persona' });
    await form.getByLabel('Correo').fill('nora@prueba.ve');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Añadir persona' }).click();
    expect(await form.getByLabel('Correo').inputValue()).toBe('nora@prueba.ve');
    await page.getByRole('button', { name: 'Añadir', exact: true }).click();
    await page.getByText('Escriba su nombre.').first().waitFor();
    await form.getByLabel('Nombre').fill('Nora Nueva');
    await page.getByRole('checkbox', { name: /Chacao/ }).check({ force: true });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Añadir', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Nora Nueva' });
    await dialog.getByRole('button', { name: 'Crear un enlace de un solo uso' }).click();
    const link = await dialog.getByRole('group', { name: 'Enlace de un solo uso' }).getByRole('code').textContent();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.getByText('Si cierra ahora no lo volverá a ver.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const { rows } = await dashboard.chain.pool.query(
      `SELECT nombre, rol, array_agg(ubicacion_id) AS tiendas FROM usuarios JOIN usuarios_ubicaciones ON usuario_id = id
       WHERE correo = 'nora@prueba.ve' GROUP BY nombre, rol`,
    );
    expect(rows).toEqual([{ nombre: 'Nora Nueva', rol: 'visualizador', tiendas: ['T1'] }]);
    const other = await dashboard.visit();
    await other.page.goto(link ?? '');
    await other.page.getByLabel('Clave nueva').fill(password);
    await other.page.keyboard.press('Enter');
    await other.page.getByRole('button', { name: 'Cuenta: Nora Nueva' }).waitFor();
    await other.close();
  });

  test('are changed with a way back, and refused kindly', async () => {
    const { id } = await personOf('luis@prueba.ve', 'Luis Peña', 'gerente_tienda');
    await open(`?abierto=${id}`);
    const dialog = page.getByRole('dialog', { name: 'Luis Peña' });
    await dialog.getByRole('button', { name: /Rol$/ }).click();
    await page.getByRole('option', { name: /Gestor de abastecimiento/ }).click();
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Se guardó lo de Luis Peña.').waitFor();
    const role = async () => {
      const { rows } = await dashboard.chain.pool.query('SELECT rol FROM usuarios WHERE id = $1', [id]);
      return rows[0]?.rol;
    };
    expect(await role()).toBe('gestor_abastecimiento');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await page.getByText('Se deshizo el cambio.').waitFor();
    expect(await role()).toBe('gerente_tienda');
    await table('Personas').getByText('Luis Peña').click();
    // Another administrator has just left the last one: what the server refuses is said, and what was typed stays.
    await page.route('**/usuarios/*', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        json: { title: 'x', status: 409, codigo: 'LAST_ADMINISTRATOR' },
      }),
    );
    await dialog.getByLabel('Nombre').fill('Luis P.');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByText('Es el último administrador activo').waitFor();
    expect(await dialog.getByLabel('Nombre').inputValue()).toBe('Luis P.');
    await page.goto(`${dashboard.chain.origin}/app/administracion?abierto=${root.id}`);
    const own = page.getByRole('dialog', { name: 'Rosa Raíz' });
    await own.getByText('su rol, sus tiendas y su actividad los cambia otro administrador').waitFor();
    expect(await own.getByRole('button', { name: /Rol$/ }).isDisabled()).toBe(true);
  });
});

test('stores are added and changed, and keep to the address', async () => {
  await open('?seccion=tiendas');
  await table('Tiendas').getByText('Mérida Andes').waitFor();
  await page.getByRole('button', { name: 'Añadir tienda' }).click();
  const dialog = page.getByRole('dialog', { name: 'Añadir una tienda' });
  for (const [label, text] of [
    ['Identificador', 'T9'],
    ['Nombre', 'Valera'],
    ['Código', '01'],
  ] as const) {
    await dialog.getByLabel(label).fill(text);
  }
  await dialog.getByRole('button', { name: 'Añadir', exact: true }).click();
  await dialog.getByText('«01» ya existe.').waitFor();
  await dialog.getByLabel('Código').fill('09');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Añadir', exact: true }).click();
  await table('Tiendas').getByText('Valera').waitFor();
  const { rows } = await dashboard.chain.pool.query(
    `SELECT codigo, nombre, zona_horaria FROM ubicaciones WHERE id = 'T9'`,
  );
  expect(rows).toEqual([{ codigo: '09', nombre: 'Valera', zona_horaria: 'America/Caracas' }]);
});

test('keys of everybody are ended, and the log tells of it, filtered by the address', async () => {
  await dashboard.chain.tokenOf('Marta Mora', 'gerente_general');
  await open('?seccion=claves');
  await table('Claves de API').getByText('Marta Mora').click();
  const dialog = page.getByRole('dialog', { name: 'prueba' });
  await dialog.getByRole('button', { name: 'Revocar la clave' }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Sí, revocar' }).click();
  await page.getByText('La clave «prueba» ya no vale.').waitFor();
  await page.getByRole('tab', { name: 'Auditoría' }).click();
  const log = table('Registro de auditoría');
  await log.getByText('hecho: revocada').waitFor();
  await page.getByRole('button', { name: /Acción$/ }).click();
  await page.getByRole('option', { name: 'Clave de API' }).click();
  await page.waitForURL(/seccion=auditoria.*accion=clave_api/);
  await log.getByText('Clave de API').first().waitFor();
  const { rows } = await dashboard.chain.pool.query(
    `SELECT count(*)::int AS all FROM fluxion.auditoria WHERE accion = 'clave_api'`,
  );
  await expect.poll(() => page.locator('[role=grid] [role=row]').count()).toBe(Number(rows[0]?.all) + 1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goBack();
  await log.getByText('Entró').first().waitFor();
});

test('is refused kindly to others, and explains what a key may not do', async () => {
  await page.goto(`${dashboard.chain.origin}/app/administracion#token=${dashboard.token}`);
  await page.getByText('Su rol no le permite ver esto').waitFor();
  const token = await dashboard.chain.tokenOf('Ada Llave', 'super_admin');
  const { id } = await personOf('eva@prueba.ve', 'Eva Sol', 'visualizador');
  await page.goto(`${dashboard.chain.origin}/app/administracion?abierto=${id}#token=${token}`);
  const dialog = page.getByRole('dialog', { name: 'Eva Sol' });
  await dialog.getByText('Usted entró con una llave de acceso.').waitFor();
  expect(await dialog.getByRole('button', { name: /enlace/ }).count()).toBe(0);
});
