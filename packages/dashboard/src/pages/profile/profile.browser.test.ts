import { createClient } from '@fluxion/contract';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { accessibilityFaults } from '#testing/visit.ts';

const dashboard = provideDashboard();
const password = 'lirio azul bajo el puente';
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

/** Opens the page of somebody new, signed in with mail and password. */
async function open(correo: string): Promise<void> {
  const { origin, invite } = dashboard.chain;
  const enlace = await invite(correo, 'Ana Rojas');
  await createClient({ url: origin }).usarEnlace({ body: { enlace, clave: password } });
  await page.request.post(`${origin}/sesion`, { data: { correo, clave: password } });
  await page.addInitScript({ content: "localStorage.setItem('fluxion.session', '1')" });
  await page.goto(`${origin}/app/perfil`);
  await page.getByRole('heading', { level: 1, name: 'Mi cuenta' }).waitFor();
}

const signIn = (data: object) => page.request.post(`${dashboard.chain.origin}/sesion`, { data });

describe('what a person signs in with', () => {
  test('another password takes the present one, and ends the other sessions', async () => {
    await open('clave@prueba.ve');
    const sessions = page.getByRole('region', { name: 'Sesiones abiertas' }).getByRole('listitem');
    await sessions.nth(1).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const fill = async (fields: Readonly<Record<string, string>>) => {
      for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
      await page.keyboard.press('Enter');
    };
    await fill({ 'Clave actual': 'no es esta clave', 'Clave nueva': 'corta', 'Repita la clave nueva': 'larga' });
    await page.getByText('No es igual a la clave nueva.').first().waitFor();
    await fill({ 'Repita la clave nueva': 'corta' });
    await page.getByText('La clave actual no es esa.').first().waitFor();
    expect(await page.getByLabel('Clave nueva', { exact: true }).inputValue()).toBe('corta');
    await fill({ 'Clave actual': password });
    await page.getByText('Debe tener 12 caracteres o más.').waitFor();
    const next = 'otra clave bien larga';
    await fill({ 'Clave nueva': next, 'Repita la clave nueva': next });
    await page.getByText('Su clave cambió.').waitFor();
    await sessions.nth(1).waitFor({ state: 'detached' });
    expect((await signIn({ correo: 'clave@prueba.ve', clave: password })).status()).toBe(401);
  });

  test('a second factor is enrolled by its secret, gives recovery codes once, and is taken off again', async () => {
    const correo = 'factor@prueba.ve';
    await open(correo);
    await page.getByRole('button', { name: 'Activar' }).click();
    await page.getByLabel('Su clave').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'Código QR para su aplicación' }).waitFor();
    const secret = await page
      .getByRole('group', { name: 'O escriba esta clave en ella' })
      .getByRole('code')
      .textContent();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Código', { exact: true }).fill('12');
    await page.keyboard.press('Enter');
    await page.getByText('Ese código no es válido').first().waitFor();
    await page.getByLabel('Código', { exact: true }).fill(new TOTP({ secret: secret ?? '' }).generate());
    await page.keyboard.press('Enter');
    const codes = page.getByRole('list', { name: 'Sus códigos de recuperación' }).getByRole('listitem');
    await codes.first().waitFor();
    const shown = await codes.allTextContents();
    expect(shown).toHaveLength(10);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Descargar' }).click();
    expect((await download).suggestedFilename()).toBe('fluxion-codigos-de-recuperacion.txt');
    await page.getByRole('button', { name: 'Ya los guardé' }).click();
    const other = await dashboard.visit();
    const tried = (data: object) => other.page.request.post(`${dashboard.chain.origin}/sesion`, { data });
    expect((await tried({ correo, clave: password })).status()).toBe(401);
    expect((await tried({ correo, clave: password, codigo: shown[0] })).status()).toBe(204);
    await page.getByRole('button', { name: 'Desactivar' }).click();
    await page.getByLabel('Su clave').fill(password);
    await page.getByLabel('Código de ahora').fill(shown[1] ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('El segundo factor se desactivó.').waitFor();
    expect((await tried({ correo, clave: password })).status()).toBe(204);
    await other.close();
  });
});

test('an API key is made, shown once and revoked; a key makes no others', async () => {
  await open('llave@prueba.ve');
  await page.getByRole('button', { name: 'Crear una clave' }).click();
  const form = page.getByRole('dialog', { name: 'Crear una clave de API' });
  await form.getByLabel('Nombre').fill('Excel de compras');
  await form.getByRole('radio', { name: 'Solo algunas' }).click();
  await form.getByRole('button', { name: 'Crear', exact: true }).click();
  await form.getByText('Elija al menos una tienda.').waitFor();
  await form.getByRole('checkbox', { name: /Maracay/ }).check({ force: true });
  expect(await accessibilityFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Crear', exact: true }).click();
  const made = page.getByRole('dialog', { name: 'Su clave nueva' });
  const key = (await made.getByRole('group', { name: 'Su clave nueva' }).getByRole('code').textContent()) ?? '';
  const asKey = { headers: { authorization: `Bearer ${key}` } };
  const stores = await (await fetch(`${dashboard.chain.origin}/ubicaciones`, asKey)).json();
  expect(stores).toMatchObject({ datos: [{ id: 'T2' }] });
  await made.getByRole('button', { name: 'Ya lo copié' }).click();
  await page.getByRole('grid', { name: 'Claves de API' }).getByText('Excel de compras').click();
  const dialog = page.getByRole('dialog', { name: 'Excel de compras' });
  await page.reload();
  await dialog.getByRole('button', { name: 'Revocar la clave' }).click();
  await dialog.getByRole('button', { name: 'Sí, revocar' }).click();
  await page.getByText('La clave «Excel de compras» ya no vale.').waitFor();
  expect((await fetch(`${dashboard.chain.origin}/ubicaciones`, asKey)).status).toBe(401);
  await page.context().clearCookies();
  await page.goto(`${dashboard.chain.origin}/app/perfil#token=${dashboard.token}`);
  await page.getByText('Usted entró con una llave de acceso.').first().waitFor();
  expect(await page.getByRole('button', { name: 'Crear una clave' }).count()).toBe(0);
  expect(await page.getByLabel('Clave actual').count()).toBe(0);
});
