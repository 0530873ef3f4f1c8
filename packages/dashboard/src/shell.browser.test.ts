import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { accessibilityFaults } from '#testing/visit.ts';

const dashboard = provideDashboard({ stocked: true });
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

/** Opens a page as María Fernández, or whoever has the token. */
async function open(path: string, token = dashboard.token): Promise<void> {
  await page.goto(`${dashboard.chain.origin}/app${path}#token=${token}`);
  await page.getByRole('navigation', { name: /^(Páginas|Pages)$/ }).waitFor();
}

const address = () => page.url().slice(`${dashboard.chain.origin}/app`.length);
const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const pageLink = (name: string) => page.getByRole('navigation', { name: 'Páginas' }).getByRole('link', { name });

async function faultsInBothThemes(): Promise<readonly string[]> {
  const light = await accessibilityFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await accessibilityFaults(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}

describe('the way to a page', () => {
  test('takes the filters along that mean the same there; back brings the page before', async () => {
    await open('/ventas?desde=2025-10-01&hasta=2025-10-31&tienda=T1');
    await heading('Ventas').waitFor();
    expect(await pageLink('Ventas').getAttribute('aria-current')).toBe('page');
    await pageLink('Inventario').click();
    await heading('Inventario').waitFor();
    expect(address()).toBe('/inventario?tienda=T1');
    // The keyboard goes on in the page, not at the top of the document.
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('contenido');
    await page.goBack();
    await heading('Ventas').waitFor();
    expect(address()).toBe('/ventas?desde=2025-10-01&hasta=2025-10-31&tienda=T1');
  });

  test('is offered to those who may go there; to others the page says so', async () => {
    await open('/consulta', await dashboard.chain.tokenOf('Luis Vera', 'visualizador', ['T1']));
    await page.getByText('Su rol no le permite ver esto').waitFor();
    const names = await page.getByRole('navigation', { name: 'Páginas' }).getByRole('link').allTextContents();
    expect(names).toEqual(['Resumen', 'Ventas', 'Inventario', 'ABC-XYZ', 'Pedidos', 'Cargas']);
  });

  test('is at the foot of a telephone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('/ventas');
    await heading('Ventas').waitFor();
    expect(await pageLink('Cargas').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Más' }).click();
    await pageLink('Cargas').click();
    await heading('Cargas').waitFor();
    expect(await pageLink('Pedidos').isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});

describe('the palette', () => {
  test('finds pages, stores and products by a few letters, and opens them by the keyboard', async () => {
    await open('/');
    await heading('Resumen').waitFor();
    await page.keyboard.press('Control+K');
    const field = page.getByRole('searchbox', { name: 'Página, tienda, producto o vista…' });
    await field.waitFor();
    expect(await faultsInBothThemes()).toEqual([]);
    await field.fill('merida');
    await page.getByRole('menuitem', { name: /^Mérida Andes/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/app/?tienda=T3');

    await page.keyboard.press('Control+K');
    await field.fill('cafe mol');
    await page.getByRole('menuitem', { name: /^Café molido 250 g/ }).click();
    await page.waitForURL('**/app/productos/P3');

    await page.keyboard.press('Control+K');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  });
});

describe('filters', () => {
  test('are chosen from lists that are searched, stand in the address, and go back in one step', async () => {
    await open('/ventas?desde=2025-10-01&hasta=2025-10-31');
    await page.getByRole('button', { name: 'Tiendas: Todas las tiendas' }).click();
    await page.getByRole('option', { name: 'Chacao' }).waitFor();
    expect(await faultsInBothThemes()).toEqual([]);
    await page.keyboard.type('MÉR');
    await page.getByRole('option', { name: 'Chacao' }).waitFor({ state: 'detached' });
    await page.getByRole('option', { name: 'Mérida Andes' }).click();
    await page.getByRole('searchbox', { name: 'Buscar tienda o ciudad' }).fill('');
    await page.getByRole('option', { name: 'Chacao' }).click();
    await page.getByRole('button', { name: 'Listo' }).click();
    await page.getByRole('button', { name: 'Tiendas: 2 elegidos' }).waitFor();
    const chosen = '/ventas?desde=2025-10-01&hasta=2025-10-31&tienda=T3&tienda=T1';
    expect(address()).toBe(chosen);

    // Escape closes the list; what was chosen stays.
    await page.getByRole('button', { name: 'Tiendas: 2 elegidos' }).click();
    await page.getByRole('option', { name: 'Chacao' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: 'Chacao' }).waitFor({ state: 'detached' });
    expect(address()).toBe(chosen);

    await page.getByRole('button', { name: /^Productos/ }).click();
    await page.keyboard.type('café');
    await page.getByRole('option', { name: 'Café molido 250 g' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Productos: Café molido 250 g' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Productos: Café molido 250 g' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Productos: Todos los productos' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Tiendas: Todas las tiendas' }).waitFor();
  });
});

describe('a saved view', () => {
  test('is found by others whom it is for, until it is removed, which can be undone', async () => {
    await open('/ventas?desde=2025-10-01&hasta=2025-10-31&tienda=T1');
    await page.getByRole('button', { name: 'Vistas guardadas' }).click();
    await page.getByRole('button', { name: 'Guardar esta vista' }).click();
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByText('Escriba un nombre.').first().waitFor();
    await page.getByLabel('Nombre').fill('Octubre en Chacao');
    await page.getByText('Para todos').click();
    expect(await faultsInBothThemes()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Vista «Octubre en Chacao» guardada.').waitFor();
    await page.getByRole('button', { name: 'Vistas guardadas: Octubre en Chacao' }).waitFor();

    await page.context().clearCookies();
    await open('/ventas', await dashboard.chain.tokenOf('Rosa Gil', 'gerente_tienda', ['T1']));
    await page.keyboard.press('Control+K');
    await page.getByRole('menuitem', { name: 'Octubre en Chacao' }).click();
    await page.waitForURL('**/app/ventas?tienda=T1&periodo=month');
    await page.getByRole('radio', { name: 'Este mes', checked: true }).waitFor();
    await page.getByRole('button', { name: 'Vistas guardadas: Octubre en Chacao' }).click();
    await page.getByText('Para todos · De María Fernández').waitFor();
    expect(await page.getByRole('button', { name: 'Opciones de «Octubre en Chacao»' }).count()).toBe(0);

    await page.context().clearCookies();
    await open('/ventas');
    await page.getByRole('button', { name: 'Vistas guardadas' }).click();
    await page.getByRole('button', { name: 'Opciones de «Octubre en Chacao»' }).click();
    await page.getByRole('menuitem', { name: 'Quitar' }).click();
    await page.getByText('Guarde los filtros que usa a menudo').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await page.getByText('Vista «Octubre en Chacao» guardada.').waitFor();
    const { rows } = await dashboard.chain.pool.query('SELECT nombre, parametros, compartida FROM fluxion.vistas');
    expect(rows).toEqual([{ nombre: 'Octubre en Chacao', parametros: 'tienda=T1&periodo=month', compartida: true }]);
  });
});

describe('how everything is shown', () => {
  test('in English and in dollars, also after reloading', async () => {
    await open('/ventas?desde=2025-10-01&hasta=2025-10-31');
    await page.getByRole('button', { name: 'Idioma' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await heading('Sales').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en-US');
    await page.getByRole('button', { name: 'Currency: Bs' }).click();
    const inDollars = page.waitForRequest((request) => request.url().includes('moneda=USD'));
    await page.getByRole('menuitemradio', { name: /^Dollars/ }).click();
    await inDollars;
    expect(address()).toBe('/ventas?desde=2025-10-01&hasta=2025-10-31&moneda=USD');
    await page.reload();
    await page.getByRole('button', { name: 'Currency: $' }).waitFor();
    await heading('Sales').waitFor();
  });

  test('without a network it says so, until there is one again', async () => {
    await open('/ventas');
    await heading('Ventas').waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByText(/^Sin conexión\./).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText(/^Sin conexión\./).waitFor({ state: 'detached' });
  });
});
