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

/** Opens the page signed in, and waits for its figures. */
async function openSummary(search = ''): Promise<void> {
  await page.goto(dashboard.link(search));
  await figuresArrive();
}

async function openPage(path: string): Promise<void> {
  await page.goto(dashboard.link(path));
  await page.getByRole('navigation', { name: 'Páginas' }).waitFor();
}

async function figuresArrive(): Promise<void> {
  await page.getByText(/^Datos de .* en pantalla\.$/).waitFor({ state: 'attached' });
}

/** The page without anybody signed in, with the form for a token. */
async function openTokenForm(): Promise<void> {
  await page.goto(`${dashboard.chain.origin}/app/`);
  await page.getByRole('button', { name: 'Entrar con una llave de acceso' }).click();
}

async function typeAndEnter(fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

/** Somebody new, and the link with which they set their password. */
async function invite(correo: string): Promise<string> {
  const { origin, invite: linkFor } = dashboard.chain;
  return `${origin}/app/#enlace=${await linkFor(correo, 'Ana Rojas')}`;
}

describe('a one-time link', () => {
  test('sets a password, once, and signs in', async () => {
    const link = await invite('ana.una.vez@prueba.ve');
    await page.goto(link);
    await page.getByRole('heading', { name: 'Elija su clave' }).waitFor();
    expect(page.url()).toBe(`${dashboard.chain.origin}/app/`);
    await typeAndEnter({ 'Clave nueva': 'corta' });
    await page
      .getByText(/^La clave .*12/)
      .first()
      .waitFor();
    await typeAndEnter({ 'Clave nueva': password });
    await figuresArrive();
    await page.getByRole('button', { name: 'Cuenta: Ana Rojas' }).waitFor();

    await page.context().clearCookies();
    await page.goto(`${dashboard.chain.origin}/app/?otra`);
    await page.goto(link);
    await typeAndEnter({ 'Clave nueva': password });
    await page.getByText('Ese enlace ya se usó o venció.').first().waitFor();
    await page.getByLabel('Correo').waitFor();
  });
});

describe('mail and password', () => {
  const correo = 'ana@prueba.ve';

  beforeAll(async () => {
    const enlace = (await invite(correo)).split('=')[1] ?? '';
    await createClient({ url: dashboard.chain.origin }).usarEnlace({ body: { enlace, clave: password } });
  });

  test('sign in, after wrong ones and none', async () => {
    await page.goto(`${dashboard.chain.origin}/app/`);
    await page.getByRole('button', { name: 'Entrar', exact: true }).click();
    await page.getByText('Escriba su correo.').first().waitFor();
    await typeAndEnter({ Correo: correo, Clave: 'no es esta clave' });
    await page.getByText('El correo o la clave no son correctos.').first().waitFor();
    expect(await page.getByLabel('Correo').inputValue()).toBe(correo);
    await typeAndEnter({ Clave: password });
    await figuresArrive();
  });

  test('are followed by a code where there is a second factor', async () => {
    const problem = { type: 'about:blank', title: 'x', status: 401, codigo: 'SECOND_FACTOR_REQUIRED' };
    await page.route('**/sesion', async (route) => {
      const { codigo, ...rest } = route.request().postDataJSON() ?? {};
      if (route.request().method() !== 'POST' || codigo === '123456') {
        return route.continue(codigo === undefined ? {} : { postData: JSON.stringify(rest) });
      }
      return route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem });
    });
    await page.goto(`${dashboard.chain.origin}/app/`);
    await typeAndEnter({ Correo: correo, Clave: password });
    await page.getByLabel('Código').waitFor();
    expect(await page.getByText('Ese código no es válido').count()).toBe(0);
    await typeAndEnter({ Código: '000000' });
    await page.getByText('Ese código no es válido').first().waitFor();
    await typeAndEnter({ Código: '123456' });
    await figuresArrive();
  });
});

describe('an access token', () => {
  test('in a link leaves the address bar', async () => {
    await openSummary('?desde=2025-10-01&hasta=2025-10-31');
    expect(page.url()).toBe(`${dashboard.chain.origin}/app/?desde=2025-10-01&hasta=2025-10-31`);
    await page.getByRole('button', { name: 'Cuenta: María Fernández' }).waitFor();
    await page.reload();
    await figuresArrive();
  });

  test('signs in when it is pasted, after a wrong one and none', async () => {
    await openTokenForm();
    await page.getByRole('button', { name: 'Entrar', exact: true }).click();
    await page.getByText('Pegue aquí su llave de acceso.').first().waitFor();
    await page.getByLabel('Llave de acceso').fill('fx_no-such-token');
    await page.keyboard.press('Enter');
    await page.getByText('Esa llave no es válida, o ya venció.').first().waitFor();
    expect(await page.getByLabel('Llave de acceso').inputValue()).toBe('fx_no-such-token');
    await page.getByLabel('Llave de acceso').fill(`  ${dashboard.token}\n`);
    await page.getByRole('button', { name: 'Entrar', exact: true }).click();
    await figuresArrive();
  });

  test('in a link that no longer holds says so', async () => {
    await page.goto(`${dashboard.chain.origin}/app/#token=fx_old`);
    await page.getByText('El enlace para entrar ya no es válido.').first().waitFor();
    expect(page.url()).toBe(`${dashboard.chain.origin}/app/`);
  });

  test('signs in by a link followed in an open page', async () => {
    await page.goto(`${dashboard.chain.origin}/app/`);
    await page.getByLabel('Correo').waitFor();
    await page.goto(dashboard.link());
    await figuresArrive();
  });
});

describe('a session', () => {
  test('is closed by whoever leaves', async () => {
    await openSummary();
    await page.getByRole('button', { name: /^Cuenta/ }).click();
    await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
    await page.getByText('Sesión cerrada.').waitFor();
    await page.reload();
    await page.getByLabel('Correo').waitFor();
    const answer = await page.request.get(`${dashboard.chain.origin}/sesion`);
    expect(answer.status()).toBe(401);
  });

  test('that has ended leads back to the same days', async () => {
    await openSummary('?desde=2025-09-01&hasta=2025-09-30');
    await page.context().clearCookies();
    await page.getByRole('radio', { name: 'Últimos 7 días' }).click();
    await page.getByText('Su sesión terminó.').waitFor();
    await page.getByRole('button', { name: 'Entrar con una llave de acceso' }).click();
    await page.getByLabel('Llave de acceso').fill(dashboard.token);
    await page.keyboard.press('Enter');
    await figuresArrive();
    expect(new URL(page.url()).search).toBe('?desde=2025-10-25&hasta=2025-10-31');
  });

  /** A view is being saved when the session ends: a form in a dialog above the page, with something typed. */
  async function endInMidEdit(): Promise<void> {
    await openPage('/ventas?desde=2025-10-01&hasta=2025-10-31');
    await page.getByRole('button', { name: 'Vistas guardadas' }).click();
    await page.getByRole('button', { name: 'Guardar esta vista' }).click();
    await page.getByLabel('Nombre').fill('Lo de octubre');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByText('Su sesión terminó.').waitFor();
  }

  async function enter(token: string): Promise<void> {
    await page.getByRole('button', { name: 'Entrar con una llave de acceso' }).click();
    await page.getByLabel('Llave de acceso').fill(token);
    await page.keyboard.press('Enter');
  }

  test('that ends in mid-edit loses nothing that was typed, and shows it to nobody', async () => {
    await endInMidEdit();
    expect(await page.evaluate<string>('document.body.innerText')).not.toMatch(/Ventas por|octubre|Vistas/);
    expect(await page.getByRole('heading').allTextContents()).toEqual(['Entre a Fluxion']);
    expect(await page.getByLabel('Nombre').isVisible()).toBe(false);
    expect(await accessibilityFaults(page)).toEqual([]);
    // Nor does anything of the pages' open above, while menus of the sign-in do.
    await page.keyboard.press('Control+k');
    await page.getByRole('button', { name: 'Tema' }).click();
    await page.getByRole('menuitemradio', { name: 'Oscuro' }).waitFor();
    expect(await page.evaluate<string>('document.body.innerText')).not.toMatch(/Resumen|Inventario/);
    await page.keyboard.press('Escape');
    await enter(dashboard.token);
    await page.getByRole('heading', { level: 1, name: 'Ventas', includeHidden: true }).waitFor();
    expect(await page.getByLabel('Nombre').inputValue()).toBe('Lo de octubre');
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByText('Vista «Lo de octubre» guardada.').waitFor();
  });

  test('that ends in mid-edit leaves nothing to another person', async () => {
    await endInMidEdit();
    await enter(await dashboard.chain.tokenOf('Rosa Gil', 'gerente_tienda', ['T2']));
    await page.getByRole('button', { name: 'Cuenta: Rosa Gil' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Ventas' }).waitFor();
    expect(await page.getByLabel('Nombre').count()).toBe(0);
    expect(await page.getByText('Chacao').count()).toBe(0);
  });

  test('is the same in all tabs, whoever signs in or out in one of them', async () => {
    await openPage('/inventario');
    const other = await page.context().newPage();
    const rosa = await dashboard.chain.tokenOf('Rosa Díaz', 'gerente_tienda', ['T2']);
    await other.goto(`${dashboard.chain.origin}/app/#token=${rosa}`);
    await other.getByRole('button', { name: 'Cuenta: Rosa Díaz' }).waitFor();
    // Nobody touches the first tab: what is done there would be done by Rosa.
    await page.getByRole('button', { name: 'Cuenta: Rosa Díaz' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/app/inventario');
    await other.getByRole('button', { name: 'Cuenta: Rosa Díaz' }).click();
    await other.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
    await page.getByRole('heading', { name: 'Entre a Fluxion' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Inventario' }).isVisible()).toBe(false);
    await other.goto(`${dashboard.chain.origin}/app/#token=${rosa}`);
    await page.getByRole('heading', { level: 1, name: 'Inventario' }).waitFor();
  });
});
