import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#testing/read-workbook.ts';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { accessibilityFaults, plainSpaces } from '#testing/visit.ts';

const dashboard = provideDashboard({ mirrored: true });
let page: Page;
visitInEachTest(dashboard, (next) => (page = next));

const editor = () => page.getByRole('textbox', { name: 'Consulta SQL' });
const grid = () => page.getByRole('grid', { name: 'Resultado' });
const cell = (row: number, column: number) => grid().locator(`[data-place="${row}:${column}"]`);
const open = (search = '') => page.goto(dashboard.link(`/consulta${search}`));
const linkTo = (sql: string, more: Record<string, string> = {}) => open(`?${new URLSearchParams({ sql, ...more })}`);

async function runLink(sql: string, more?: Record<string, string>): Promise<void> {
  await linkTo(sql, more);
  await page.getByRole('button', { name: 'Ejecutar' }).click();
}

async function write(sql: string): Promise<void> {
  await editor().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(sql);
}

async function run(sql: string): Promise<void> {
  await write(sql);
  await page.keyboard.press('Control+Enter');
}

const bytesOf = async (download: Download) => Buffer.concat(await (await download.createReadStream()).toArray());

const salesByStore = `SELECT u.nombre AS tienda, sum(v.monto) AS venta
  FROM ventas_por_dia v JOIN ubicaciones u ON u.id = v.ubicacion_id GROUP BY ALL ORDER BY venta DESC`;

async function expected(): Promise<string[][]> {
  const { rows } = await dashboard.chain.pool.query<{ tienda: string; venta: string }>(
    `SELECT nombre AS tienda, round(sum(monto_total), 3)::text AS venta
     FROM ventas_raw JOIN ubicaciones u ON u.id = ubicacion_id GROUP BY nombre ORDER BY sum(monto_total) DESC`,
  );
  return rows.map(({ tienda, venta }) => [tienda, venta]);
}

describe('a statement', () => {
  test('is written with suggestions, run by its keys, and answered exactly', async () => {
    await open();
    await expect.poll(() => page.getByRole('button', { name: 'Ejecutar' }).isDisabled()).toBe(true);
    // Tables come with the page: what they are named is suggested as soon as they are there.
    await page.getByRole('button', { name: /^ventas_por_dia/ }).waitFor();
    await editor().click();
    await page.keyboard.type('SELECT ubicacion_id, sum(monto) AS venta FROM ventas_por_d');
    await page.getByRole('option', { name: 'ventas_por_dia' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(' GROUP BY ALL ORDER BY venta DESC');
    await page.keyboard.press('Control+Enter');
    const amounts = (await expected()).map(([, venta = '']) => venta);
    await grid().waitFor();
    const shown = await Promise.all(amounts.map((_, row) => cell(row, 1).textContent()));
    expect(shown.map((text) => text?.replaceAll('.', '').replace(',', '.'))).toEqual(amounts);
    expect(await page.getByText(/^3 filas · /).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('is held by the address: a link, going back and loading again bring it and its answer', async () => {
    await runLink(`SELECT 1 AS uno`);
    await expect.poll(() => cell(0, 0).textContent()).toBe('1');
    await run('SELECT 2 AS dos -- ñ&#');
    await expect.poll(() => cell(0, 0).textContent()).toBe('2');
    await page.goBack();
    await expect.poll(() => editor().innerText()).toBe('SELECT 1 AS uno');
    await expect.poll(() => cell(0, 0).textContent()).toBe('1');
    await page.goForward();
    await page.reload();
    await expect.poll(() => editor().innerText()).toBe('SELECT 2 AS dos -- ñ&#');
    await expect.poll(() => cell(0, 0).textContent()).toBe('2');
    // What was written and not asked yet is there after a look at another page.
    await write('SELECT 3');
    await page.getByRole('link', { name: 'Cargas' }).click();
    await page.getByRole('link', { name: 'Consulta' }).click();
    await expect.poll(() => editor().innerText()).toBe('SELECT 3');
  });

  test('that somebody sends in a link is run once its reader wants it, and then at once', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/consulta')) asked.push(request.postData() ?? '');
    });
    await linkTo('SELECT 41 AS ajena');
    await page.getByRole('heading', { name: 'El enlace trae una consulta' }).waitFor();
    await expect.poll(() => editor().innerText()).toBe('SELECT 41 AS ajena');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(asked).toEqual([]);
    await page.getByRole('button', { name: 'Ejecutar' }).click();
    await expect.poll(() => cell(0, 0).textContent()).toBe('41');
    await page.reload();
    await expect.poll(() => cell(0, 0).textContent()).toBe('41');
    expect(asked).toHaveLength(2);
  });

  test('that is refused is marked where it is wrong, until it is changed', async () => {
    await runLink('SELECT fecha,\n  nada\nFROM ventas_raw');
    const alert = page.getByRole('alert');
    await expect.poll(() => alert.textContent()).toContain('Referenced column "nada" not found');
    await expect.poll(() => page.locator('[data-fault]').allTextContents()).toEqual(['nada']);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ir al error' }).click();
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.insertText('fecha AS dia');
    expect(await page.locator('[data-fault]').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await grid().waitFor();
    expect(await alert.count()).toBe(0);
  });

  test('that takes too long is stopped, on the server too', async () => {
    await open();
    await run('WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT count(*) FROM r');
    await page.getByRole('button', { name: 'Cancelar' }).click();
    await page.getByRole('heading', { name: 'Consulta cancelada' }).waitFor();
    // The server's only turn is free again.
    await run('SELECT 7 AS siete');
    await expect.poll(() => cell(0, 0).textContent()).toBe('7');
  });

  test('stays in the history of this person', async () => {
    await runLink('SELECT 1 AS uno');
    await grid().waitFor();
    await page.getByRole('tab', { name: 'Historial' }).click();
    await run('SELECT nada');
    await page.getByRole('button', { name: /SELECT nada.*con error/s }).waitFor();
    await page.getByRole('button', { name: /SELECT 1 AS uno.*1 fila/s }).click();
    await expect.poll(() => editor().innerText()).toBe('SELECT 1 AS uno');
    await expect.poll(() => cell(0, 0).textContent()).toBe('1');
    await page.getByRole('button', { name: 'Borrar historial' }).click();
    await page.getByText('Aquí quedarán las consultas').waitFor();
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await page.getByRole('button', { name: /SELECT nada/ }).waitFor();
  });
});

describe('an answer', () => {
  test('of 100,000 rows is ordered and walked through with the keyboard; only rows in sight are in the page', async () => {
    await runLink('SELECT r AS n, r % 7 AS resto FROM range(100001) t(r)', { filas: '100000' });
    await page.getByText('Hay más filas: se muestran las primeras 100.000.').waitFor();
    expect(await grid().getAttribute('aria-rowcount')).toBe('100001');
    expect(await grid().getByRole('row').count()).toBeLessThan(60);
    await cell(0, 0).focus();
    await page.keyboard.press('Control+End');
    await expect.poll(() => page.locator(':focus').textContent()).toBe('4');
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator(':focus').textContent()).toBe('99.999');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(0, 0).textContent()).toBe('99.999');
    expect(await page.getByRole('columnheader', { name: 'n', exact: true }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  test('is drawn by what the address says, and saved as a file with every digit', async () => {
    await runLink(salesByStore, { vista: 'grafico' });
    const bars = page.getByRole('list', { name: 'venta por tienda' });
    await bars.waitFor();
    const [[store = '', amount = ''] = []] = await expected();
    expect(plainSpaces((await bars.getByRole('listitem').first().textContent()) ?? '')).toContain(store);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Exportar Resultado' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Excel (XLSX)' }).click(),
    ]);
    const [sheet] = await readWorkbook(await bytesOf(download));
    expect(sheet?.rows[0]).toEqual(['tienda', 'venta']);
    expect([sheet?.rows[1]?.[0], Number(sheet?.rows[1]?.[1]).toFixed(3)]).toEqual([store, amount]);
  });
});

test('whoever may not ask is told so', async () => {
  const token = await dashboard.chain.tokenOf('Luis Rojas', 'gerente_tienda', ['T1']);
  await page.goto(`${dashboard.chain.origin}/app/consulta#token=${token}`);
  await page.getByRole('heading', { name: 'Su rol no le permite ver esto' }).waitFor();
  expect(await editor().count()).toBe(0);
});
