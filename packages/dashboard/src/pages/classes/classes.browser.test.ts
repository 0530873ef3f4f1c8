import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { accessibilityFaults, plainSpaces } from '#testing/visit.ts';

const dashboard = provideDashboard({ stocked: true, mirrored: true });
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

const days = 'desde=2025-10-02&hasta=2025-10-31';

/**
 * The classes of October's products, by another way than the API's: shares and deviations as PostgreSQL divides them. The
 * weeks end with the last Sunday of the range.
 */
const classesSql = `
  WITH sold AS (SELECT producto_id, sum(monto_total) AS valor FROM ventas_raw
    WHERE fecha BETWEEN '2025-10-02' AND '2025-10-31' AND ubicacion_id = ANY ($1) GROUP BY producto_id),
  ranked AS (SELECT *, sum(valor) OVER () AS total, sum(valor) OVER (ORDER BY valor DESC, producto_id) AS acumulado FROM sold),
  weeks AS (SELECT date '2025-10-26' - 7 * n - 6 AS monday FROM generate_series(0, 11) AS n),
  weekly AS (SELECT p.producto_id, monday, coalesce(sum(v.cantidad), 0) AS unidades
    FROM sold AS p CROSS JOIN weeks LEFT JOIN ventas_raw AS v
      ON v.producto_id = p.producto_id AND v.fecha BETWEEN monday AND monday + 6 AND v.ubicacion_id = ANY ($1)
    GROUP BY p.producto_id, monday),
  variation AS (SELECT producto_id, stddev_pop(unidades) / avg(unidades) AS cv FROM weekly GROUP BY producto_id),
  classed AS (SELECT r.*, v.cv,
      CASE WHEN (acumulado - valor) / total < 0.8 THEN 'A' WHEN (acumulado - valor) / total < 0.95 THEN 'B' ELSE 'C' END AS abc,
      CASE WHEN cv < 0.5 THEN 'X' WHEN cv < 1 THEN 'Y' ELSE 'Z' END AS xyz
    FROM ranked AS r JOIN variation AS v USING (producto_id))`;

interface CellRow {
  readonly name: string;
  readonly productos: number;
  readonly parte: string;
}

/** The cells that have products, as their links are called. */
async function cellsOf(stores: readonly string[]): Promise<readonly string[]> {
  const { rows } = await dashboard.chain.pool.query<CellRow>(
    `${classesSql} SELECT abc || xyz AS name, count(*)::int AS productos, round(100 * sum(valor) / min(total), 2)::text AS parte
     FROM classed GROUP BY abc, xyz ORDER BY name`,
    [stores],
  );
  return rows.map(({ name, productos, parte }) => {
    const products = productos === 1 ? 'producto' : 'productos';
    return `${name}: ${productos} ${products} ${parte.replace('.', ',')} % de la venta`;
  });
}

const everywhere = ['T1', 'T2', 'T3'];
const cellLinks = () => page.getByRole('table', { name: 'Matriz' }).getByRole('link');

async function shownCells(): Promise<readonly string[]> {
  await cellLinks().first().waitFor();
  const names = await cellLinks().allTextContents();
  return names.map((name) => plainSpaces(name).replace(/ Bs .*$/, '')).toSorted();
}

function open(search: string, token = dashboard.token): Promise<unknown> {
  return page.goto(`${dashboard.chain.origin}/app/clases?${days}${search}#token=${token}`);
}

const list = (name: string) => page.getByRole('region', { name, exact: true });
const dialog = () => page.getByRole('dialog', { name: /^Cuentas de/ });

test('the matrix has the products and the share of sales that the sales lines say', async () => {
  await open('');
  expect(await shownCells()).toEqual(await cellsOf(everywhere));
  const total = page.getByRole('table', { name: 'Matriz' }).getByRole('row').last();
  expect(await total.innerText()).toContain('12');
  expect(plainSpaces(await total.innerText())).toContain('100,00 %');
});

test('a cell opens its products, in the address bar; the same cell, or going back, opens all again', async () => {
  await open('');
  const [first = ''] = await cellsOf(everywhere);
  const name = first.slice(0, 2);
  const { rows } = await dashboard.chain.pool.query<{ n: number }>(
    `${classesSql} SELECT count(*)::int AS n FROM classed WHERE abc || xyz = $2`,
    [everywhere, name],
  );
  await cellLinks()
    .filter({ hasText: `${name}:` })
    .click();
  // The rows of before stay until those of the cell are there.
  await expect.poll(() => list(`Productos ${name}`).getByRole('row').count()).toBe(1 + (rows[0]?.n ?? 0));
  expect(new URL(page.url()).searchParams.get('clase')).toBe(name);
  await page.reload();
  await list(`Productos ${name}`).waitFor();
  expect(await cellLinks().and(page.locator('[aria-current="true"]')).textContent()).toContain(`${name}:`);
  await cellLinks().and(page.locator('[aria-current="true"]')).click();
  await list('Todos los productos').waitFor();
  await page.goBack();
  await list(`Productos ${name}`).waitFor();
});

test('a product opens its arithmetic, which adds up to its classes, and the classes it has had', async () => {
  const { rows } = await dashboard.chain.pool.query<{
    abc: string;
    xyz: string;
    cv: string;
    parte: string;
    antes: string;
  }>(
    `${classesSql} SELECT abc, xyz, round(cv, 3)::text AS cv, round(100 * valor / total, 2)::text AS parte,
       round(100 * (acumulado - valor) / total, 2)::text AS antes FROM classed WHERE producto_id = 'P3'`,
    [everywhere],
  );
  const [{ abc = '', xyz = '', cv = '', parte = '', antes = '' } = {}] = rows;
  await open('');
  await page.getByRole('link', { name: 'Café molido 250 g' }).click();
  await dialog()
    .getByRole('heading', { name: `Clase ${abc}: cuánto vende` })
    .waitFor();
  const text = plainSpaces(await dialog().innerText()).replaceAll('\n', ' ');
  const comma = (decimal: string) => decimal.replace('.', ',');
  expect(text).toContain(`Su parte venta ÷ total ${comma(parte)} %`);
  expect(text).toContain(`Lo que suman los que van antes ${comma(antes)} %`);
  expect(text).toContain(`Clase ${xyz}: con qué regularidad`);
  expect(text).toContain(`Variación desviación ÷ media ${comma(String(Number(cv)))}`);
  const history = dialog().getByRole('table', { name: 'Clases calculadas por tienda' });
  expect(await history.getByRole('row').nth(1).innerText()).toMatch(/Chacao\s+BX cambió\s+AX cambió\s+CX/);
  expect(new URL(page.url()).searchParams.get('cuentas')).toBe('P3');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('cuentas')).toBeNull();
});

test('the arithmetic of a product is shared by its address, and leads to the page of the product', async () => {
  await open('&clase=C-&cuentas=P1');
  await dialog().getByRole('link', { name: 'Abrir el producto' }).click();
  await page.waitForURL('**/app/productos/P1');
});

test('the classes are of the weeks that are chosen', async () => {
  await open('');
  await page.getByText('XYZ: 4 ago').waitFor();
  await page.getByRole('radio', { name: '8 semanas' }).click();
  await page.getByText('XYZ: 1 sep').waitFor();
  expect(new URL(page.url()).searchParams.get('semanas')).toBe('8');
});

test('where nothing was sold, it says what to do', async () => {
  await open('&q=nadadeesto');
  await page.getByRole('heading', { name: 'Ningún producto aquí' }).waitFor();
  expect(await cellLinks().count()).toBe(0);
});

describe('a store manager', () => {
  let token: string;
  beforeAll(async () => {
    token = await dashboard.chain.tokenOf('Pedro Pérez', 'gerente_tienda', ['T1']);
  });

  test('sees the classes of the own store, and of no other by its address', async () => {
    await open('', token);
    expect(await shownCells()).toEqual(await cellsOf(['T1']));
    await page.goto(`${dashboard.chain.origin}/app/clases?${days}&tienda=T2`);
    await page.getByText('no hay ninguna tienda «T2»').first().waitFor();
    expect(await cellLinks().count()).toBe(0);
  });
});

test.each(['light', 'dark'] as const)(
  'a chosen cell and open arithmetic have no accessibility faults (%s)',
  async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open('&clase=AX');
    await shownCells();
    expect(await accessibilityFaults(page)).toEqual([]);
    await open('&cuentas=P3');
    await dialog().getByRole('table').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  },
);
