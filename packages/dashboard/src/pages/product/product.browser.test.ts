import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { accessibilityFaults, plainSpaces } from '#testing/visit.ts';

const dashboard = provideDashboard({ stocked: true, mirrored: true });
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

async function open(path: string): Promise<void> {
  await page.goto(dashboard.link(`productos/${path}`));
  await page.getByRole('grid', { name: 'En cada tienda' }).waitFor();
}

/** The beginning of what the figure with that name says. */
async function figure(name: string): Promise<string> {
  const button = page
    .getByRole('list', { name: 'Indicadores del producto' })
    .locator('> li')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
    .getByRole('button');
  return plainSpaces(await button.locator('> :first-child').innerText()).replace('\u2212', '-');
}

/** The rows of a table: in each the texts of its cells. */
async function rowsOf(name: string): Promise<string[][]> {
  const rows = page.getByRole('grid', { name }).locator('[data-index]');
  await rows.first().waitFor();
  const cells = await rows.evaluateAll((found) =>
    found.map((row) => [...row.children].map((cell) => cell.lastElementChild?.textContent ?? cell.textContent)),
  );
  return cells.map((row) => row.map(plainSpaces));
}

async function one(statement: string): Promise<Record<string, string>> {
  const { rows } = await dashboard.chain.pool.query<Record<string, string>>(statement);
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, text]) => [name, spanish(text)]));
}

const spanish = (text: string) => text.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
const search = () => new URL(page.url()).search;

test('a product’s figures are those of the database, of all stores or of one', async () => {
  await open('P1');
  await page.getByRole('heading', { level: 1, name: 'Harina de maíz 1 kg' }).waitFor();
  const expectedOf = (stores: string) =>
    one(`
      SELECT (SELECT to_char(sum(cantidad), 'FM999G990') || ' UND' FROM productos_ubicacion_completa WHERE producto_id = 'P1' AND ${stores}) AS "Existencia",
             'Bs ' || to_char(sum(monto_total), 'FM999G990D00') AS "Venta", to_char(sum(cantidad), 'FM999G990') AS "Unidades vendidas"
      FROM ventas_raw WHERE producto_id = 'P1' AND fecha BETWEEN '2025-10-02' AND '2025-10-31' AND ${stores}`);
  const shown = async () => ({
    Existencia: await figure('Existencia'),
    Venta: await figure('Venta'),
    'Unidades vendidas': await figure('Unidades vendidas'),
  });
  const all = await expectedOf('true');
  await expect.poll(shown).toEqual(all);
  expect((await rowsOf('En cada tienda')).map(([store]) => store)).toEqual([
    'Chacao',
    'Maracay Centro',
    'Mérida Andes',
  ]);

  await page.getByRole('rowheader', { name: 'Maracay Centro' }).first().click();
  await expect.poll(search).toBe('?tienda=T2');
  await expect.poll(shown).toEqual(await expectedOf(`ubicacion_id = 'T2'`));
  await page.goBack();
  await expect.poll(shown).toEqual(all);
});

test('stock and sales stand on one time axis, and in a table day by day', async () => {
  await open('P4?tienda=T1&desde=2025-10-18&hasta=2025-10-31');
  await page.getByRole('img', { name: /^Existencia y unidades vendidas/ }).waitFor();
  await page.getByRole('radio', { name: 'Tabla' }).first().click();
  expect(search()).toBe('?tienda=T1&desde=2025-10-18&hasta=2025-10-31&curso=tabla');
  const rows = await rowsOf('Existencia y ventas');
  const { rows: expected } = await dashboard.chain.pool.query<{ stock: string; units: string }>(`
    SELECT trim_scale(stock_nuevo)::text AS stock,
           coalesce((SELECT trim_scale(sum(v.cantidad)) FROM ventas_raw v
             WHERE v.ubicacion_id = 'T1' AND v.producto_id = 'P4' AND v.fecha = m.fecha), 0)::text AS units
    FROM movimientos_inventario m WHERE ubicacion_id = 'T1' AND producto_id = 'P4' ORDER BY fecha DESC`);
  const figures = rows.map((row) => ({
    stock: (row[1] ?? '').replace('\u2212', '-'),
    units: (row[3] ?? '').replace('\u2212', '-'),
  }));
  expect(figures).toEqual(expected);
});

test('movements are of the kind chosen, with what there was before and after', async () => {
  await open('P4?tienda=T1');
  await page.getByRole('radio', { name: 'Entrada' }).click();
  await expect.poll(search).toBe('?tienda=T1&tipo=entrada');
  await expect
    .poll(async () => new Set((await rowsOf('Movimientos')).map((row) => row[2])))
    .toEqual(new Set(['Entrada']));
  const { n } = await one(
    `SELECT count(*)::text AS n FROM movimientos_inventario
     WHERE ubicacion_id = 'T1' AND producto_id = 'P4' AND tipo_movimiento = 'entrada'`,
  );
  expect(String((await rowsOf('Movimientos')).length)).toBe(n);
  await page.getByRole('radio', { name: 'Ajuste' }).click();
  await page.getByText('Sin movimientos en estos días').waitFor();
  await page.goBack();
  await expect.poll(async () => (await rowsOf('Movimientos')).length).toBe(Number(n));
});

test('a product that there is not is said not to be, and there is a way on', async () => {
  await page.goto(dashboard.link('productos/NADA'));
  await page.getByRole('heading', { name: 'No existe ese producto' }).waitFor();
  await page.getByRole('link', { name: 'Ir al inventario' }).click();
  await page.getByRole('heading', { level: 1, name: 'Inventario' }).waitFor();
});

test('a store’s manager sees what that store has, and nothing of the others', async () => {
  const token = await dashboard.chain.tokenOf('José Rivas', 'gerente_tienda', ['T3']);
  await page.goto(`${dashboard.chain.origin}/app/productos/P1#token=${token}`);
  expect((await rowsOf('En cada tienda')).map(([store]) => store)).toEqual(['Mérida Andes']);
  expect(new Set((await rowsOf('Movimientos')).map((row) => row[1]))).toEqual(new Set(['Mérida Andes']));
});

test('the page is accessible in both themes, narrow and wide', async () => {
  await open('P1');
  await rowsOf('Movimientos');
  await rowsOf('Clases por tienda');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await rowsOf('Movimientos');
  expect(await accessibilityFaults(page)).toEqual([]);
  // Names are what people type: a word may have no end.
  await page.evaluate(`document.querySelector('h1').append('x'.repeat(200))`);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
});
