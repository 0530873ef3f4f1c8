import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { plainSpaces } from '#testing/visit.ts';

const dashboard = provideDashboard();
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

/** Opens the page signed in, and waits for its figures. */
async function openSummary(search = ''): Promise<void> {
  await page.goto(dashboard.link(search));
  await figuresArrive();
}

async function figuresArrive(): Promise<void> {
  await page.getByText(/^Datos de .* en pantalla\.$/).waitFor({ state: 'attached' });
}

/** The figure of the card with that name, as it is written. */
function card(name: string) {
  return page
    .getByRole('list', { name: 'Indicadores del periodo' })
    .getByRole('listitem')
    .filter({ hasText: name })
    .locator('p')
    .first();
}

async function cards(): Promise<Record<string, string>> {
  const names = ['Ventas', 'Facturas', 'Ticket promedio', 'Unidades', 'Líneas devueltas'];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await card(name).innerText()] as const)),
  );
}

/** The same figures straight from the sales lines, written by PostgreSQL. */
async function expectedCards(from: string, to: string): Promise<Record<string, string>> {
  const { rows } = await dashboard.chain.pool.query<Record<string, string>>(
    `SELECT to_char(sum(monto_total), 'FM999G999G990D00') AS "Ventas",
            to_char(count(DISTINCT (ubicacion_id, fecha, numero_factura)), 'FM999G990') AS "Facturas",
            to_char(sum(monto_total) / count(DISTINCT (ubicacion_id, fecha, numero_factura)), 'FM999G990D00') AS "Ticket promedio",
            to_char(sum(cantidad), 'FM999G999G990') AS "Unidades",
            to_char(count(*) FILTER (WHERE cantidad < 0), 'FM999G990') AS "Líneas devueltas"
     FROM ventas_raw WHERE fecha BETWEEN $1 AND $2`,
    [from, to],
  );
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, text]) => [name, spanish(text)]));
}

/** Points and commas change places. */
function spanish(text: string): string {
  return text.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

function search(): string {
  return new URL(page.url()).search;
}

describe('the summary', () => {
  test('shows a store’s manager that store alone', async () => {
    const managerToken = await dashboard.chain.tokenOf('José Rivas', 'gerente_tienda', ['T3']);
    await page.goto(`${dashboard.chain.origin}/app/#token=${managerToken}`);
    await figuresArrive();
    await page.getByText('1 tienda', { exact: true }).waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['Mérida Andes', 'Total']);
  });
});

describe('the figures', () => {
  test('are those of the last 30 days at first, to the cent', async () => {
    await openSummary();
    expect(await cards()).toEqual(await expectedCards('2025-10-02', '2025-10-31'));
    await page.getByText('Comparado con 2 sept – 1 oct 2025').waitFor();
    expect(search()).toBe('');
  });

  test('follow the range, and the range follows back, forward and reload', async () => {
    await openSummary();
    const first = await cards();
    await page.getByRole('radio', { name: 'Últimos 7 días' }).click();
    await page.getByText('Datos de 25 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
    expect(search()).toBe('?desde=2025-10-25&hasta=2025-10-31');
    const week = await cards();
    expect(week).toEqual(await expectedCards('2025-10-25', '2025-10-31'));
    expect(week).not.toEqual(first);

    await page.goBack();
    await page.getByText('Datos de 2 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
    expect(await cards()).toEqual(first);
    await page.goForward();
    await page.getByText('Datos de 25 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
    await page.reload();
    await figuresArrive();
    expect(await cards()).toEqual(week);
  });

  test('follow dates typed from the keyboard', async () => {
    await openSummary();
    await page.getByRole('group', { name: 'Fechas a medida' }).getByRole('spinbutton').first().focus();
    await page.keyboard.type('01092025');
    await page.keyboard.type('15092025');
    await page.keyboard.press('Enter');
    await page.getByText('Datos de 1 – 15 sept 2025 en pantalla.').waitFor({ state: 'attached' });
    expect(search()).toBe('?desde=2025-09-01&hasta=2025-09-15');
    expect(await cards()).toEqual(await expectedCards('2025-09-01', '2025-09-15'));
  });

  test('stay as they are while typed dates are none, and it is said at the field', async () => {
    await openSummary();
    const fields = page.getByRole('group', { name: 'Fechas a medida' }).getByRole('spinbutton');
    const refused = async (typed: string, problem: string) => {
      await fields.first().focus();
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText(problem).waitFor();
      expect(search()).toBe('');
      await page.keyboard.press('Escape');
      await page.getByRole('alert').getByText(problem).waitFor({ state: 'detached' });
    };
    await refused('31022025', 'Esa fecha no existe.');
    await refused('0102202', 'Esa fecha no existe.');
    await refused('2010202510102025', 'La primera fecha es posterior a la última.');
    await refused('2902202410102025', 'Hay datos del 24 jul 2025 al 31 oct 2025');
    await refused('0102202510102025', 'Hay datos del 24 jul 2025 al 31 oct 2025');
  });

  test('follow days picked in the calendar', async () => {
    await openSummary();
    await page.getByRole('button', { name: /Abrir calendario/ }).click();
    const calendar = page.getByRole('dialog');
    await calendar
      .getByRole('button', { name: /6 de octubre/ })
      .first()
      .click();
    await calendar
      .getByRole('button', { name: /10 de octubre/ })
      .first()
      .click();
    await page.getByText('Datos de 6 – 10 oct 2025 en pantalla.').waitFor({ state: 'attached' });
    expect(search()).toBe('?desde=2025-10-06&hasta=2025-10-10');
  });

  test('of all the data have nothing to be compared with', async () => {
    await openSummary();
    await page.getByRole('radio', { name: 'Todos los datos' }).click();
    await page.getByText('Sin periodo anterior completo para comparar').waitFor();
    await page.getByText('sin comparación').first().waitFor();
    expect(await cards()).toEqual(await expectedCards('2025-07-24', '2025-10-31'));
  });

  test('of an address that names no range are the usual ones, and it is said', async () => {
    await openSummary('?desde=2025-10-31&hasta=2025-10-01');
    await page.getByText('Las fechas de la dirección no forman un periodo').waitFor();
    expect(await cards()).toEqual(await expectedCards('2025-10-02', '2025-10-31'));
  });

  test('of days without sales are none, and there is a way to others', async () => {
    await openSummary('?desde=2020-01-01&hasta=2020-01-31');
    await page.getByText('Los datos van del 24 jul 2025 al 31 oct 2025.').waitFor();
    await page.getByRole('button', { name: 'Ver los últimos 30 días' }).click();
    await page.getByText('Datos de 2 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
  });
});

describe('the days', () => {
  test('stand in a table as in the chart, with the gap that they have', async () => {
    await openSummary();
    await page.locator('[role=img] svg').waitFor();
    await page.getByText('1 día sin datos').waitFor();
    await page.getByRole('radio', { name: 'Tabla' }).click();
    const rows = page.getByRole('region', { name: 'Tabla de ventas por día' }).getByRole('row');
    const { rows: days } = await dashboard.chain.pool.query<{ total: string }>(
      `SELECT to_char(sum(monto_total), 'FM999G999G990D00') AS total
       FROM generate_series(date '2025-10-31', '2025-10-02', '-1 day') AS day LEFT JOIN ventas_raw ON fecha = day
       GROUP BY day ORDER BY day DESC`,
    );
    const shown = await rows.locator('td:nth-child(2)').allInnerTexts();
    expect(shown).toEqual(days.map(({ total }) => (total === null ? 'Sin datos' : spanish(total))));
    expect(plainSpaces(await rows.nth(1).getByRole('rowheader').innerText())).toBe('vie 31 oct 2025');
  });

  test('answer the pointer with the day, the compared one and the change', async () => {
    await openSummary();
    const chart = page.locator('[role=img] svg');
    await chart.waitFor();
    await chart.hover();
    const { rows } = await dashboard.chain.pool.query<{ total: string }>(
      `SELECT to_char(sum(monto_total), 'FM999G999G990D00') AS total FROM ventas_raw WHERE fecha = '2025-10-16'`,
    );
    const tooltip = page.locator('[role=img]').getByText('jue 16 oct 2025').locator('xpath=../..');
    const lines = plainSpaces(await tooltip.innerText()).split('\n');
    expect(lines).toContain(spanish(rows[0]?.total ?? ''));
    expect(lines).toContain('jue 18 sept 2025');
  });
});

describe('the stores', () => {
  const names = () => page.getByRole('table').getByRole('rowheader').allInnerTexts();

  test('are ranked by sales, and sort by any column', async () => {
    await openSummary();
    expect(await names()).toEqual(['Chacao', 'Maracay Centro', 'Mérida Andes', 'Total']);
    const column = page.getByRole('columnheader', { name: 'Tienda' });
    await column.getByRole('button').click();
    expect(await column.getAttribute('aria-sort')).toBe('ascending');
    await column.getByRole('button').click();
    expect(await names()).toEqual(['Mérida Andes', 'Maracay Centro', 'Chacao', 'Total']);
    expect(await page.getByRole('columnheader', { name: 'Ventas' }).getAttribute('aria-sort')).toBeNull();
  });

  test('that lag behind the others are pointed out', async () => {
    await openSummary();
    await page.getByText('1 tienda atrasada').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Maracay Centro' });
    expect(plainSpaces(await row.getByRole('cell').last().innerText())).toMatch(/2 días de atraso\s*29 oct 2025/);
  });

  test('sum up to the total that the cards show', async () => {
    await openSummary();
    const total = page.getByRole('row').filter({ hasText: 'Total' }).getByRole('cell').first();
    expect(await total.innerText()).toBe(await card('Ventas').innerText());
  });
});
