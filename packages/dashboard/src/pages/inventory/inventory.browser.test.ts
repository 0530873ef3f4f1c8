import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { accessibilityFaults, plainSpaces } from '#testing/visit.ts';

const dashboard = provideDashboard({ stocked: true, mirrored: true });
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

async function open(search = ''): Promise<void> {
  await page.goto(dashboard.link(`inventario${search}`));
  await figure('Dinero parado').waitFor();
}

/** The figure with that name. */
function figure(name: string) {
  return page
    .getByRole('list', { name: 'Indicadores del inventario' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
    .getByRole('button');
}

async function figureText(name: string): Promise<string> {
  const text = plainSpaces(await figure(name).innerText());
  return text.split('\n')[0] ?? '';
}

async function sql(statement: string): Promise<Record<string, string>[]> {
  return (await dashboard.chain.pool.query<Record<string, string>>(statement)).rows;
}

/** The rows of a table but for its totals: in each the texts of its cells. */
async function rowsOf(name: string): Promise<string[][]> {
  const rows = page.getByRole('grid', { name }).locator('[data-index]');
  await rows.first().waitFor();
  const cells = await rows.evaluateAll((found) =>
    found.map((row) => [...row.children].map((cell) => cell.lastElementChild?.textContent ?? cell.textContent)),
  );
  return cells.map((row) => row.map(plainSpaces));
}

function search(): string {
  return new URL(page.url()).search;
}

const spanish = (text: string) => text.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
const money = (column: string) => `to_char(${column}, 'FM999G999G990D00')`;

describe('the inventory', () => {
  test('adds up to what the database says, to the cent', async () => {
    await open();
    const [expected = {}] = await sql(`
      SELECT (SELECT ${money('sum(valor_inventario) FILTER (WHERE cantidad > 0)')} FROM stock_actual) AS valor,
             (SELECT count(*)::text FROM productos_ubicacion_completa WHERE estado IN ('SIN_STOCK', 'CRITICO')) AS urgentes,
             (SELECT count(*)::text FROM productos_ubicacion_completa WHERE estado = 'EXCESO') AS excesos,
             (SELECT count(*)::text FROM stock_actual WHERE cantidad < 0) AS negativos`);
    expect(await figureText('Valor del inventario')).toContain(`Bs ${spanish(expected.valor ?? '')}`);
    expect(await figureText('Críticos o sin existencia')).toContain(expected.urgentes);
    expect(await figureText('En exceso')).toContain(expected.excesos);
    expect(await figureText('En negativo')).toContain(expected.negativos);
  });

  test('tells the health of every store, as bars and as a table, by store and by category', async () => {
    await open('?salud=tabla');
    const byStore = await sql(`
      SELECT ubicacion AS nombre, count(*)::text AS configurados, (count(*) FILTER (WHERE estado = 'CRITICO'))::text AS criticos
      FROM productos_ubicacion_completa GROUP BY ubicacion ORDER BY ubicacion`);
    const rows = await rowsOf('Salud de cada tienda');
    const shown = rows
      .filter(([name]) => name !== 'Cedi Central')
      .map(([nombre, configurados, , criticos]) => ({ nombre, configurados, criticos }))
      .toSorted((left, right) => ((left.nombre ?? '') < (right.nombre ?? '') ? -1 : 1));
    expect(shown).toEqual(byStore);

    await page.getByRole('radio', { name: 'Categoría' }).click();
    await page.getByRole('grid', { name: 'Salud de cada categoría' }).waitFor();
    expect(search()).toBe('?salud=tabla&por=categoria');
    expect((await rowsOf('Salud de cada categoría')).map(([name]) => name).toSorted()).toEqual([
      'Bebidas',
      'Limpieza',
      'Víveres',
    ]);
  });

  test('narrows to a store by its row, and goes back', async () => {
    await open();
    const grid = page.getByRole('grid', { name: 'Salud de cada tienda' });
    await grid.getByRole('link', { name: 'Chacao' }).click();
    await page.getByRole('button', { name: /Chacao/ }).waitFor();
    expect(search()).toBe('?tienda=T1');
    await expect.poll(async () => (await rowsOf('Salud de cada tienda')).length).toBe(1);
    const [expected = {}] = await sql(
      `SELECT ${money('sum(valor_inventario)')} AS valor FROM stock_actual WHERE ubicacion_id = 'T1' AND cantidad > 0`,
    );
    expect(await figureText('Valor del inventario')).toContain(spanish(expected.valor ?? ''));
    await page.goBack();
    await expect.poll(async () => (await rowsOf('Salud de cada tienda')).length).toBeGreaterThan(3);
    expect(search()).toBe('');
  });
});

describe('the lists', () => {
  test('of stock are of the states chosen, and open the product', async () => {
    await open();
    await page.getByRole('link', { name: 'Ver cuáles: Críticos o sin existencia' }).click();
    expect(search()).toBe('?estado=SIN_STOCK&estado=CRITICO');
    const [expected = {}] = await sql(
      `SELECT count(*)::text AS n FROM productos_ubicacion_completa WHERE estado IN ('SIN_STOCK', 'CRITICO')`,
    );
    await expect.poll(async () => String((await rowsOf('Existencias')).length)).toBe(expected.n);
    await page.getByRole('button', { name: /^Crítico/ }).click();
    await expect
      .poll(async () => new Set((await rowsOf('Existencias')).map((row) => row[3])))
      .toEqual(new Set(['Sin existencia']));
    expect(search()).toBe('?estado=SIN_STOCK');
    await page.goBack();
    await expect.poll(async () => String((await rowsOf('Existencias')).length)).toBe(expected.n);

    const grid = page.getByRole('grid', { name: 'Existencias' });
    await grid.getByRole('rowheader').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/app\/productos\/P\d+\?tienda=T1$/);
  });

  test('say what each question of planners finds', async () => {
    await open('?ver=negativos');
    const negatives = await sql(`
      SELECT p.descripcion, u.nombre FROM stock_actual s JOIN productos p ON p.id = s.producto_id JOIN ubicaciones u ON u.id = s.ubicacion_id
      WHERE cantidad < 0 ORDER BY u.id, p.codigo`);
    const shown = (await rowsOf('En negativo')).map(([descripcion, , nombre]) => ({ descripcion, nombre }));
    expect(shown).toEqual(negatives);

    await page.getByRole('tab', { name: 'Alertas' }).click();
    await page.getByRole('button', { name: /^Sobrestock/ }).click();
    expect(search()).toBe('?ver=alertas&tipo=Sobrestock');
    const [excess = {}] = await sql(
      `SELECT count(*)::text AS n FROM alertas_inventario WHERE tipo_alerta = 'Sobrestock'`,
    );
    await expect.poll(async () => String((await rowsOf('Alertas')).length)).toBe(excess.n);

    await page.getByRole('tab', { name: 'Quiebres' }).click();
    const [longest = []] = await rowsOf('Quiebres');
    expect(Number(longest[3])).toBeGreaterThan(0);
    await page.getByRole('tab', { name: 'Ventas perdidas' }).click();
    await rowsOf('Ventas perdidas');
    await page.getByRole('tab', { name: 'Cobertura' }).click();
    const covers = (await rowsOf('Cobertura')).map((row) => Number(row[3]?.replace(',', '.')));
    expect(covers.slice(0, 5)).toEqual(covers.slice(0, 5).toSorted((left, right) => left - right));
    await page.getByRole('tab', { name: 'Sin venta' }).click();
    await page.getByRole('radio', { name: '30 días' }).click();
    expect(search()).toBe('?ver=parado&dias=30');
  });

  test('say so where nothing is found, and how to go on', async () => {
    await open('?q=Malta+x6');
    await page.getByRole('button', { name: /^Crítico/ }).waitFor();
    await page.goto(`${dashboard.chain.origin}/app/inventario?q=nada+de+esto`);
    await page.getByText('No hay inventario que mostrar').waitFor();
    await page.getByText('Ningún producto con estos filtros').waitFor();
    await page.getByRole('button', { name: 'Quitar los filtros' }).click();
    await figure('Dinero parado').waitFor();
    expect(search()).toBe('');
  });
});

test('a store’s manager sees that store alone, whatever the address asks for', async () => {
  const token = await dashboard.chain.tokenOf('José Rivas', 'gerente_tienda', ['T3']);
  await page.goto(`${dashboard.chain.origin}/app/inventario#token=${token}`);
  await figure('Dinero parado').waitFor();
  expect((await rowsOf('Salud de cada tienda')).map(([name]) => name)).toEqual(['Mérida Andes']);
  expect(new Set((await rowsOf('Existencias')).map((row) => row[2]))).toEqual(new Set(['Mérida Andes']));
  await page.goto(`${dashboard.chain.origin}/app/inventario?tienda=T1`);
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByText('Chacao').count()).toBe(0);
});

test('the page is accessible in both themes, narrow and wide', async () => {
  await open();
  await rowsOf('Existencias');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${dashboard.chain.origin}/app/inventario?ver=alertas`);
  await rowsOf('Alertas');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
});
