import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { plainSpaces } from '#testing/visit.ts';

const dashboard = provideDashboard({ stocked: true, mirrored: true });
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

/** Opens the page signed in, and waits for its figures. */
async function openSummary(search = ''): Promise<void> {
  await page.goto(dashboard.link(search));
  await figuresArrive();
}

async function figuresArrive(range?: string): Promise<void> {
  const told = range === undefined ? /^Datos de .* en pantalla\.$/ : `Datos de ${range} en pantalla.`;
  await page.getByText(told).waitFor({ state: 'attached' });
}

const last30 = '2 – 31 oct 2025';
const lastWeek = '25 – 31 oct 2025';
const names = ['Ventas', 'Facturas', 'Ticket promedio', 'Unidades', 'Margen'] as const;

/** The figure of the card with that name, as it is written. */
async function card(name: string): Promise<string> {
  const item = page
    .getByRole('list', { name: 'Indicadores del periodo' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });
  return plainSpaces(await item.locator('p button > span').first().innerText());
}

async function cards(): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await card(name)] as const)));
}

/** The same figures straight from the sales lines, written by PostgreSQL. */
async function expectedCards(from: string, to: string, stores = ['T1', 'T2', 'T3']): Promise<Record<string, string>> {
  const { rows } = await dashboard.chain.pool.query<Record<string, string>>(
    `SELECT to_char(sum(monto_total), '"Bs "FM999G999G990D00') AS "Ventas",
            to_char(count(DISTINCT (ubicacion_id, fecha, numero_factura)), 'FM999G990') AS "Facturas",
            to_char(sum(monto_total) / count(DISTINCT (ubicacion_id, fecha, numero_factura)), '"Bs "FM999G990D00') AS "Ticket promedio",
            to_char(sum(cantidad), 'FM999G999G990') AS "Unidades",
            to_char(sum(monto_total - cantidad * costo_unitario), '"Bs "FM999G999G990D00') AS "Margen"
     FROM ventas_raw WHERE fecha BETWEEN $1 AND $2 AND ubicacion_id = ANY($3)`,
    [from, to, stores],
  );
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, text]) => [name, spanish(text)]));
}

async function one(sql: string): Promise<string> {
  const { rows } = await dashboard.chain.pool.query<{ found: string }>(sql);
  return rows[0]?.found ?? '';
}

/** Points and commas change places. */
function spanish(text: string): string {
  return text.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

function search(): string {
  return new URL(page.url()).search;
}

const stores = () => page.getByRole('grid', { name: 'Ventas por tienda' });
const storeNames = () => stores().getByRole('rowheader').allInnerTexts();

describe('the figures', () => {
  test('are those of the last 30 days at first, to the cent, with today’s stock', async () => {
    await openSummary();
    expect(await cards()).toEqual(await expectedCards('2025-10-02', '2025-10-31'));
    await page.getByText('Comparado con 2 sept – 1 oct 2025').waitFor();
    expect(search()).toBe('');
    const value = await one(
      `SELECT to_char(sum(cantidad * costo_promedio), '"Bs "FM999G999G990D00') AS found FROM stock_actual WHERE cantidad > 0`,
    );
    await page.getByText(/productos con existencia/).waitFor();
    expect(await card('Valor del inventario')).toBe(spanish(value));
  });

  test('ask for each thing once', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'fetch')
        asked.push(`${request.method()} ${new URL(request.url()).pathname}${new URL(request.url()).search}`);
    });
    await openSummary();
    await stores().waitFor();
    asked.length = 0;
    await page.reload({ waitUntil: 'networkidle' });
    expect(asked.filter((each, index) => asked.indexOf(each) !== index)).toEqual([]);
    expect(asked.length).toBeGreaterThan(8);
  });

  test('follow the range, and the range follows back, forward and reload', async () => {
    await openSummary();
    const first = await cards();
    await page.getByRole('radio', { name: 'Últimos 7 días' }).click();
    await figuresArrive(lastWeek);
    expect(search()).toBe('?desde=2025-10-25&hasta=2025-10-31');
    const week = await cards();
    expect(week).toEqual(await expectedCards('2025-10-25', '2025-10-31'));

    await page.goBack();
    await figuresArrive(last30);
    expect(await cards()).toEqual(first);
    await page.goForward();
    await figuresArrive(lastWeek);
    await page.reload();
    await figuresArrive(lastWeek);
    expect(await cards()).toEqual(week);
  });

  test('are of the stores in the address, and of a manager’s own store alone', async () => {
    await openSummary('?tienda=T1');
    expect(await cards()).toEqual(await expectedCards('2025-10-02', '2025-10-31', ['T1']));
    await stores().waitFor();
    expect(await storeNames()).toEqual(['Chacao', 'Total']);

    const managerToken = await dashboard.chain.tokenOf('José Rivas', 'gerente_tienda', ['T3']);
    const other = await dashboard.visit();
    await other.page.goto(`${dashboard.chain.origin}/app/#token=${managerToken}`);
    const grid = other.page.getByRole('grid', { name: 'Ventas por tienda' });
    await grid.waitFor();
    expect(await grid.getByRole('rowheader').allInnerTexts()).toEqual(['Mérida Andes', 'Total']);
    await other.close();
  });

  test('of all the data, of no range and of no sales say what they are', async () => {
    await openSummary('?desde=2025-07-24&hasta=2025-10-31');
    await page.getByText('Sin periodo anterior completo para comparar').waitFor();
    expect(await cards()).toEqual(await expectedCards('2025-07-24', '2025-10-31'));

    await openSummary('?desde=2025-10-31&hasta=2025-10-01');
    await page.getByText('Las fechas de la dirección no forman un periodo').waitFor();
    expect(await card('Facturas')).toBe((await expectedCards('2025-10-02', '2025-10-31'))['Facturas']);

    await openSummary('?desde=2020-01-01&hasta=2020-01-31');
    await page.getByText('Los datos van del 24 jul 2025 al 31 oct 2025.').waitFor();
    await page.getByRole('button', { name: 'Ver los últimos 30 días' }).click();
    await figuresArrive(last30);
  });

  test('tell where they come from', async () => {
    await openSummary();
    await page.getByRole('list', { name: 'Indicadores del periodo' }).getByRole('button').first().click();
    const dialog = page.getByRole('dialog', { name: 'Ventas' });
    await dialog.getByText('Todo lo vendido en el periodo, menos las devoluciones.').waitFor();
    await dialog.getByText('GET /ventas/resumen?fecha_inicio=2025-10-02&fecha_fin=2025-10-31').waitFor();
  });
});

describe('the days', () => {
  test('stand in a table as in the chart, with the gap that they have', async () => {
    await openSummary();
    await page.getByText('1 día sin datos').waitFor();
    await page.getByRole('radio', { name: 'Tabla' }).click();
    expect(search()).toBe('?serie=tabla');
    const rows = page.getByRole('grid', { name: 'Tabla de ventas por día' }).getByRole('row');
    const { rows: days } = await dashboard.chain.pool.query<{ total: string | null }>(
      `SELECT to_char(sum(monto_total), '"Bs "FM999G999G990D00') AS total
       FROM generate_series(date '2025-10-31', '2025-10-20', '-1 day') AS day LEFT JOIN ventas_raw ON fecha = day
       GROUP BY day ORDER BY day DESC`,
    );
    await rows.nth(1).waitFor();
    const shown = await Promise.all(
      days.map(async (_, index) =>
        plainSpaces(
          await rows
            .nth(index + 1)
            .getByRole('gridcell')
            .first()
            .innerText(),
        ),
      ),
    );
    expect(shown).toEqual(days.map(({ total }) => (total === null ? 'Sin datos' : spanish(total))));
    expect(plainSpaces(await rows.nth(1).getByRole('rowheader').innerText())).toBe('vie 31 oct 2025');
  });

  test('answer the pointer and the arrow keys with the day, the compared one and the change', async () => {
    await openSummary();
    const drawing = page.getByRole('img', { name: /Gráfico de ventas por día/ });
    await drawing.locator('svg path').first().waitFor({ state: 'attached' });
    await drawing.hover();
    await page.getByText('jue 16 oct 2025').waitFor();
    const total = await one(
      `SELECT to_char(sum(monto_total), '"Bs "FM999G999G990D00') AS found FROM ventas_raw WHERE fecha = '2025-10-31'`,
    );
    const cursor = page.getByRole('slider', { name: /ventas por día/ });
    await cursor.focus();
    await page.keyboard.press('End');
    const told = plainSpaces((await cursor.getAttribute('aria-valuetext')) ?? '');
    expect(told).toContain(`vie 31 oct 2025, Este periodo ${spanish(total)}`);
    expect(told).toContain('vie 3 oct 2025 Bs');
    expect(told).toContain('Cambio');
  });

  test('are chosen on the chart, by Shift and arrows or by dragging', async () => {
    await openSummary();
    const cursor = page.getByRole('slider', { name: /ventas por día/ });
    await cursor.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+PageDown');
    await page.keyboard.press('Enter');
    await figuresArrive('24 – 31 oct 2025');
    expect(search()).toBe('?desde=2025-10-24&hasta=2025-10-31');

    const box = await page.getByRole('img', { name: /Gráfico de ventas por día/ }).boundingBox();
    const [left, middle] = [(box?.x ?? 0) + 70, (box?.y ?? 0) + 100];
    await page.mouse.move(left, middle);
    await page.mouse.down();
    await page.mouse.move(left + ((box?.width ?? 0) - 80) / 2, middle, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/desde=2025-10-24&hasta=2025-10-2[78]$/);
  });
});

describe('the stores', () => {
  test('are ranked by sales, sort by any column, add up to the card, and open their sales', async () => {
    await openSummary();
    await stores().waitFor();
    expect(await storeNames()).toEqual(['Chacao', 'Maracay Centro', 'Mérida Andes', 'Total']);
    const foot = stores().getByRole('row').filter({ hasText: 'Total' }).getByRole('gridcell').first();
    expect(plainSpaces(await foot.innerText())).toBe(await card('Ventas'));
    const column = stores().getByRole('columnheader', { name: 'Tienda' });
    await column.getByRole('button').click();
    await column.and(page.locator('[aria-sort=ascending]')).waitFor();
    await column.getByRole('button').click();
    await column.and(page.locator('[aria-sort=descending]')).waitFor();
    expect(await storeNames()).toEqual(['Mérida Andes', 'Maracay Centro', 'Chacao', 'Total']);
    await stores().getByRole('link', { name: 'Maracay Centro' }).click();
    await page.waitForURL(/\/app\/ventas\?tienda=T2&desde=2025-10-02&hasta=2025-10-31$/);
  });

  test('say until when their data reach, and which are late', async () => {
    await openSummary();
    await page.getByText('3 tiendas atrasadas').waitFor();
    const row = stores().getByRole('row').filter({ hasText: 'Maracay Centro' });
    expect(plainSpaces(await row.getByRole('gridcell').last().innerText())).toMatch(/29 oct 2025\s*\d+ días de atraso/);
  });
});

test('what needs a person is counted, and opens where it is looked into', async () => {
  await openSummary();
  const panel = page.getByRole('region', { name: 'Piden atención' });
  const critical = await one(
    `SELECT count(*)::text AS found FROM alertas_inventario WHERE tipo_alerta = 'Stock crítico'`,
  );
  const negative = await one(`SELECT count(*)::text AS found FROM stock_actual WHERE cantidad < 0`);
  await panel.getByText(`${critical} existencias críticas`).waitFor();
  await panel.getByText(`${negative} existencias negativas`).waitFor();
  await panel.getByText('3 tiendas con datos atrasados').waitFor();
  await panel.getByRole('link', { name: /existencias críticas/ }).click();
  await page.waitForURL(/\/app\/inventario\?ver=alertas&tipo=Stock\+cr%C3%ADtico$/);
});
