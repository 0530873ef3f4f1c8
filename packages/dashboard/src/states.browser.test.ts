import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveChain } from '#testing/served-chain.ts';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';

/** What the range on screen is asked for with. */
const statistics = '**/ventas/resumen**';
/** What is asked first of all: which days there are. */
const everything = '**/estadisticas**';

const dashboard = provideDashboard();
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

async function openSummary(): Promise<void> {
  await page.goto(dashboard.link());
  await page.getByText('Datos de 2 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
}

/** Answers every request to an address as the server does when something breaks. */
async function breakAnswers(address: string, status: number, codigo: string): Promise<void> {
  const problem = { type: 'about:blank', title: 'Error', status, codigo, id_solicitud: 'req-4f2a' };
  await page.route(address, (route) =>
    route.fulfill({ status, contentType: 'application/problem+json', json: problem }),
  );
}

describe('a failed question', () => {
  test('is explained with its code, and can be asked again', async () => {
    await openSummary();
    await breakAnswers(statistics, 500, 'INTERNAL');
    await page.getByRole('radio', { name: 'Últimos 7 días' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'El servidor tuvo un error' });
    await alert.getByText('Código 500 · Solicitud req-4f2a').waitFor();
    await page.unroute(statistics);
    await alert.getByRole('button', { name: 'Reintentar' }).click();
    await page.getByText('Datos de 25 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
    expect(await alert.count()).toBe(0);
  });

  test('of the very first kind is explained, too', async () => {
    await breakAnswers(everything, 503, 'DATABASE_UNAVAILABLE');
    await page.goto(dashboard.link());
    await page.getByRole('heading', { name: 'La base de datos no responde' }).waitFor();
    await page.unroute(everything);
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await page.getByText('Datos de 2 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
  });

  test('leaves the figures that are there, and says that they are the last ones', async () => {
    await openSummary();
    await page.context().setOffline(true);
    const banner = page.getByText('Sin conexión. Se muestra lo último que se recibió', { exact: false });
    await banner.waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'Facturas' }).count()).toBe(1);
    await page.context().setOffline(false);
    await banner.waitFor({ state: 'detached' });
  });

  test('without a network asks for the network', async () => {
    await openSummary();
    await page.context().setOffline(true);
    await page.getByRole('radio', { name: 'Últimos 90 días' }).click();
    await page.getByRole('heading', { name: 'No hay conexión con el servidor' }).waitFor();
    await page.context().setOffline(false);
    await page.getByText('Datos de 3 ago – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
  });

  test('at sign-in keeps what was typed', async () => {
    await page.goto(`${dashboard.chain.origin}/app/`);
    await page.route('**/sesion', (route) => route.abort());
    await page.getByRole('button', { name: 'Entrar con una llave de acceso' }).click();
    await page.getByLabel('Llave de acceso').fill(dashboard.token);
    await page.keyboard.press('Enter');
    await page.getByText('No hay conexión con el servidor.').first().waitFor();
    await page.unroute('**/sesion');
    await page.keyboard.press('Enter');
    await page.getByText('Datos de 2 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
  });

  test('about the session leaves a way on', async () => {
    await openSummary();
    await page.route('**/sesion', (route) => route.abort());
    await page.reload();
    await page.getByRole('heading', { name: 'No hay conexión con el servidor' }).waitFor();
    await page.unroute('**/sesion');
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await page.getByText('Datos de 2 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
  });
});

describe('while an answer is on its way', () => {
  /** Holds every question back until the function that comes back is called. */
  async function holdStatistics(): Promise<() => void> {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(statistics, async (route) => {
      await released;
      await route.continue();
    });
    return release;
  }

  const places = () =>
    Promise.all(
      ['Facturas', 'Unidades', 'Ventas por día'].map(async (name) => {
        const box = await page.getByRole('heading', { name, exact: true }).boundingBox();
        return { name, top: Math.round(box?.y ?? -1), left: Math.round(box?.x ?? -1) };
      }),
    );

  test('everything stands where it will stand', async () => {
    const release = await holdStatistics();
    await page.goto(dashboard.link());
    await page.getByRole('grid', { name: 'Ventas por tienda' }).waitFor();
    const before = await places();
    release();
    await page.getByText('Datos de 2 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
    expect(await places()).toEqual(before);
  });

  test('the figures before stay, and a screen reader is told', async () => {
    await openSummary();
    const release = await holdStatistics();
    await page.getByRole('radio', { name: 'Últimos 7 días' }).click();
    await page.getByRole('status').filter({ hasText: 'Cargando los datos…' }).waitFor({ state: 'attached' });
    expect(await page.locator('[aria-busy=true]').getByRole('heading', { name: 'Facturas' }).count()).toBe(1);
    release();
    await page.getByText('Datos de 25 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
    expect(await page.locator('[aria-busy=true]').count()).toBe(0);
  });
});

test('a chain without sales says how to get some', async () => {
  const empty = await serveChain({ sales: false });
  try {
    const emptyToken = await empty.tokenOf('María Fernández', 'super_admin');
    await page.goto(`${empty.origin}/app/#token=${emptyToken}`);
    await page.getByRole('heading', { name: 'Todavía no hay ventas' }).waitFor();
    await page.getByText('npx fluxion migrate archivo.duckdb').waitFor();
  } finally {
    await empty.close();
  }
});
