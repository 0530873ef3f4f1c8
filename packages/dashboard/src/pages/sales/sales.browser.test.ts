import type { Download, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { accessibilityFaults, plainSpaces } from '#testing/visit.ts';

const dashboard = provideDashboard({ stocked: true, mirrored: true });
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

const AMOUNT = `to_char(sum(monto_total), 'FM999G999G990D00')`;
/** The thirty days that the page shows at first. */
const MONTH = `fecha BETWEEN '2025-10-02' AND '2025-10-31'`;

/** What PostgreSQL says, written as the page writes it: points and commas change places. */
async function told(sql: string): Promise<string[][]> {
  const { rows } = await dashboard.chain.pool.query<string[]>({ text: sql, rowMode: 'array' });
  const spanish = (text: string) => text.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  return rows.map(([name = '', ...figures]) => [name, ...figures.map(spanish)]);
}

async function openSales(search = ''): Promise<void> {
  await page.goto(dashboard.link(`/ventas${search}`));
  await page.getByRole('list', { name: 'Indicadores del periodo' }).waitFor();
}

function search(): string {
  return decodeURIComponent(new URL(page.url()).search);
}

function figure(name: string): Locator {
  const heading = page.getByRole('heading', { name, exact: true });
  return page
    .getByRole('list', { name: 'Indicadores del periodo' })
    .locator('> li')
    .filter({ has: heading })
    .locator('p')
    .first()
    .getByRole('button')
    .locator('> :first-child');
}

function table(name: string): Locator {
  return page.getByRole('grid', { name, exact: true });
}

/** The texts of a table's cells in its columns, by their numbers from 0, the row's name first. */
async function cells(name: string, ...columns: number[]): Promise<string[][]> {
  const rows = table(name).locator('[data-index]');
  await rows.first().waitFor();
  const texts = await rows.evaluateAll((found) =>
    found.map((row) => [...row.children].map((cell) => cell.lastElementChild?.textContent ?? cell.textContent)),
  );
  return texts.map((row) => columns.map((column) => plainSpaces(row[column] ?? '')));
}

async function textOf(download: Download): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of (await download.createReadStream()).setEncoding('utf8')) chunks.push(String(chunk));
  return chunks.join('');
}

describe('the figures of sales', () => {
  test('are those of the database and of the table’s total, say where they come from, and follow the comparison', async () => {
    await openSales();
    const [[, sales = '', receipts = '', returned = ''] = []] = await told(
      `SELECT '', ${AMOUNT}, count(DISTINCT (ubicacion_id, fecha, numero_factura))::text, count(*) FILTER (WHERE cantidad < 0)::text
       FROM ventas_raw WHERE ${MONTH}`,
    );
    expect(plainSpaces(await figure('Ventas').innerText())).toBe(`Bs ${sales}`);
    expect(await figure('Facturas').innerText()).toBe(receipts);
    expect(await figure('Líneas devueltas').innerText()).toBe(returned);
    const total = table('Ventas por tienda').getByRole('row').last();
    expect(await total.getByRole('gridcell').first().innerText()).toBe(sales);
    expect(await cells('Ventas por tienda', 0, 1)).toEqual(
      await told(
        `SELECT nombre, ${AMOUNT} FROM ventas_raw JOIN ubicaciones u ON u.id = ubicacion_id WHERE ${MONTH} GROUP BY 1 ORDER BY sum(monto_total) DESC`,
      ),
    );
    expect(search()).toBe('');

    await figure('Margen').click();
    const trace = page.getByRole('dialog', { name: 'Margen' });
    await trace.getByText('Lo vendido menos su costo el día de la venta').waitFor();
    expect(await trace.getByText('GET /ventas/comparacion').innerText()).toContain('fecha_inicio=2025-10-02');
    await page.keyboard.press('Escape');

    await page.getByText('Comparado con 2 sept – 1 oct 2025.').waitFor();
    await page.getByRole('radio', { name: 'Año anterior' }).click();
    await page.getByText('No hay datos completos de ese periodo para comparar.').waitFor();
    expect(search()).toBe('?comparar=anio');
    expect(await table('Ventas por tienda').getByRole('columnheader', { name: 'Cambio' }).count()).toBe(0);
  });

  test('are in dollars at each day’s rate, or say that there is none', async () => {
    await page.goto(dashboard.link('/ventas?moneda=USD&comparar=nada&desde=2025-10-01&hasta=2025-10-10'));
    await page.getByRole('heading', { name: 'Falta la tasa de cambio de algún día' }).first().waitFor();
    // The days that a comparison reads need their rates, too.
    await dashboard.chain.pool.query(
      `INSERT INTO tasas_cambio (fecha, bs_por_usd, fuente) VALUES ('2024-01-01', 36.5, 'manual'), ('2025-10-04', 40.25, 'manual')`,
    );
    await page.reload();
    const [[, dollars = ''] = []] = await told(
      `SELECT '', to_char(sum(monto_total / CASE WHEN fecha < '2025-10-04' THEN 36.5 ELSE 40.25 END), 'FM999G999G990D00')
       FROM ventas_raw WHERE fecha BETWEEN '2025-10-01' AND '2025-10-10'`,
    );
    await page.getByRole('list', { name: 'Indicadores del periodo' }).waitFor();
    expect(plainSpaces(await figure('Ventas').innerText())).toBe(`$ ${dollars}`);
    await page.getByRole('radio', { name: 'Facturas' }).last().click();
    const [[number = '', price = '', amount = ''] = []] = await told(
      `SELECT numero_factura, to_char(precio_unitario / 36.5, 'FM999G999G990D00'), to_char(monto_total / 36.5, 'FM999G999G990D00')
       FROM ventas_raw WHERE fecha = '2025-10-01' ORDER BY ubicacion_id, id LIMIT 1`,
    );
    expect((await cells('Líneas de factura', 0, 6, 7))[0]).toEqual([number, price, amount]);
  });

  test('of nothing sold say what to do', async () => {
    await page.goto(dashboard.link('/ventas?producto=P11&desde=2025-10-15&hasta=2025-10-15&en_tienda=T2'));
    await page.getByRole('heading', { name: 'No hay ventas con estos filtros' }).waitFor();
    await page.getByRole('button', { name: 'Quitar filtros' }).click();
    await page.getByRole('button', { name: 'Ver los últimos 30 días' }).click();
    await table('Ventas por tienda').waitFor();
    expect(search()).toBe('?desde=2025-10-02&hasta=2025-10-31');
  });
});

describe('the way down', () => {
  test('leads from the chain to a receipt with the filters kept, and back', async () => {
    await openSales('?tienda=T1&tienda=T2');
    await table('Ventas por tienda').getByRole('link', { name: 'Chacao' }).click();
    await table('Ventas por categoría').waitFor();
    expect(search()).toBe('?tienda=T1&tienda=T2&en_tienda=T1');
    const inStore = `FROM ventas_raw JOIN productos p ON p.id = producto_id WHERE ${MONTH} AND ubicacion_id = 'T1'`;
    const categories = await told(`SELECT categoria, ${AMOUNT} ${inStore} GROUP BY 1 ORDER BY sum(monto_total) DESC`);
    expect(await cells('Ventas por categoría', 0, 1)).toEqual(categories);

    await table('Ventas por categoría').getByRole('link', { name: 'Bebidas' }).click();
    const products = await told(
      `SELECT descripcion, ${AMOUNT} ${inStore} AND categoria = 'Bebidas' GROUP BY 1 ORDER BY sum(monto_total) DESC`,
    );
    await table('Ventas por producto').waitFor();
    expect(await cells('Ventas por producto', 0, 2)).toEqual(products);

    await table('Ventas por producto').getByRole('link', { name: 'Malta x6' }).click();
    await table('Líneas de factura').waitFor();
    const lines = await told(
      `SELECT numero_factura, ${AMOUNT} ${inStore} AND descripcion = 'Malta x6' GROUP BY fecha, ventas_raw.id, 1 ORDER BY fecha, ventas_raw.id`,
    );
    expect(await cells('Líneas de factura', 0, 5)).toEqual(lines);
    const where = page.getByRole('navigation', { name: 'Dónde está' });
    await where.getByText('Malta x6').waitFor();
    expect((await where.getByRole('listitem').allInnerTexts()).map((text) => text.trim())).toEqual([
      'Toda la cadena',
      'Chacao',
      'Bebidas',
      'Malta x6',
    ]);

    const [[number = ''] = []] = lines;
    await table('Líneas de factura').getByRole('link', { name: number }).first().click();
    const receipt = page.getByRole('dialog', { name: `Factura ${number}` });
    const [[, total = '', count = ''] = []] = await told(
      `SELECT '', ${AMOUNT}, count(*)::text FROM ventas_raw WHERE ubicacion_id = 'T1' AND numero_factura = '${number}'`,
    );
    await receipt.getByRole('definition').getByText(`Bs ${total}`).waitFor();
    expect(await receipt.getByRole('grid').locator('[data-index]').count()).toBe(Number(count));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await receipt.waitFor({ state: 'detached' });

    await where.getByRole('link', { name: 'Chacao' }).click();
    expect(await cells('Ventas por categoría', 0, 1)).toEqual(categories);
    await page.goBack();
    await table('Líneas de factura').waitFor();
    await page.reload();
    expect(await cells('Líneas de factura', 0, 5)).toEqual(lines);
  });

  test('opens a receipt by its address, or says that there is none; returns are named, and listed by themselves', async () => {
    const address = (number: string) => `?factura=${number}&factura_tienda=T1&factura_dia=2025-10-26`;
    await openSales(address('T1-20251026-0'));
    const receipt = page.getByRole('dialog');
    await receipt.getByText('Devolución', { exact: true }).waitFor();
    expect((await receipt.getByRole('definition').allInnerTexts()).map(plainSpaces)).toContain('dom 26 oct 2025');
    await openSales(address('T1-0'));
    await receipt.getByText('No se encontró esa factura').waitFor();

    await openSales('?ver=lineas&en_tienda=T1');
    await page.getByRole('radio', { name: 'Solo devoluciones' }).click();
    await page.getByText('Devolución', { exact: true }).first().waitFor();
    expect(search()).toBe('?ver=lineas&en_tienda=T1&lineas=devueltas');
    const returned = await told(
      `SELECT numero_factura, to_char(monto_total, 'FM999G999G990D00') FROM ventas_raw
       WHERE ${MONTH} AND ubicacion_id = 'T1' AND cantidad < 0 ORDER BY fecha, id`,
    );
    const shown = await cells('Líneas de factura', 0, 6);
    expect(shown.map(([number, amount]) => [number, amount?.replace('\u2212', '-')])).toEqual(returned);
  });

  test('ranks products where the server does, and the address keeps it', async () => {
    await openSales('?ver=productos');
    await table('Ventas por producto').getByRole('button', { name: 'Unidades' }).click();
    await table('Ventas por producto').getByRole('button', { name: 'Unidades' }).click();
    expect(search()).toBe('?ver=productos&orden=unidades&primero=peores');
    const worst = await told(
      `SELECT descripcion, to_char(sum(cantidad), 'FM999G999') FROM ventas_raw JOIN productos p ON p.id = producto_id
       WHERE ${MONTH} GROUP BY 1 ORDER BY sum(cantidad), min(producto_id COLLATE "C")`,
    );
    await expect.poll(() => cells('Ventas por producto', 0, 4)).toEqual(worst);
  });
});

describe('the charts', () => {
  test('zoom in on days chosen with the keyboard, and read as tables', async () => {
    await openSales('?por=dia');
    const slider = page.getByRole('slider', { name: /Ventas por día/ });
    await slider.focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByText('Comparado con 18 – 24 oct 2025.').waitFor();
    expect(search()).toBe('?por=dia&desde=2025-10-25&hasta=2025-10-31');
    await page.goBack();
    await page.getByText('Comparado con 2 sept – 1 oct 2025.').waitFor();

    await page.getByRole('radio', { name: 'Semana' }).click();
    await page.getByRole('region', { name: 'Ventas por semana' }).getByRole('radio', { name: 'Tabla' }).click();
    const weeks = await told(
      `SELECT date_trunc('week', fecha)::date::text, ${AMOUNT} FROM ventas_raw WHERE ${MONTH} GROUP BY 1 ORDER BY 1 DESC`,
    );
    const shown = await cells('Ventas por semana', 0, 1);
    expect(shown.map(([, amount]) => amount)).toEqual(weeks.map(([, amount]) => amount));
    expect(shown[0]?.[0]).toBe('27 – 31 oct 2025');
    expect(search()).toBe('?por=semana&tabla=serie');
  });

  test('show where and when it is sold, and lead there', async () => {
    await openSales();
    const days = page.getByRole('grid', { name: 'Ventas por tienda y día' });
    const cell = days
      .getByRole('row', { name: /Maracay Centro/ })
      .getByRole('gridcell')
      .nth(-3);
    const [[, amount = ''] = []] = await told(
      `SELECT '', ${AMOUNT} FROM ventas_raw WHERE ubicacion_id = 'T2' AND fecha = '2025-10-29'`,
    );
    expect(plainSpaces((await cell.textContent()) ?? '')).toBe(`Bs ${amount}`);
    await cell.click();
    expect(search()).toBe('?en_tienda=T2&desde=2025-10-29&hasta=2025-10-29');
    await expect.poll(async () => plainSpaces(await figure('Ventas').innerText())).toBe(`Bs ${amount}`);

    await page.getByRole('radio', { name: 'Hora y día' }).click();
    const hours = page.getByRole('grid', { name: 'Ventas por hora y día de la semana' });
    const wednesday = hours.getByRole('row', { name: /^mié/ }).getByRole('gridcell');
    const byHour = await told(
      `SELECT '', ${AMOUNT} FROM ventas_raw WHERE ubicacion_id = 'T2' AND fecha = '2025-10-29'
       GROUP BY extract(hour FROM fecha_hora AT TIME ZONE 'America/Caracas') ORDER BY extract(hour FROM fecha_hora AT TIME ZONE 'America/Caracas')`,
    );
    await wednesday.first().waitFor();
    const texts = (await wednesday.allTextContents()).map(plainSpaces).filter((text) => text !== 'sin datos');
    expect(texts).toEqual(byHour.map(([, figureOfHour]) => `Bs ${figureOfHour}`));
  });

  test('show the parts, and a part leads to its own', async () => {
    await openSales('?medida=unidades');
    const [[category = '', units = ''] = []] = await told(
      `SELECT categoria, to_char(sum(cantidad), 'FM999G999') FROM ventas_raw JOIN productos p ON p.id = producto_id
       WHERE ${MONTH} GROUP BY 1 ORDER BY sum(cantidad) DESC`,
    );
    await page
      .getByRole('list', { name: 'Unidades por categoría' })
      .getByRole('button', { name: `${category} ${units}` })
      .click();
    await page.getByRole('list', { name: 'Unidades por producto' }).waitFor();
    await page.getByRole('radio', { name: 'Barras' }).click();
    await page.getByRole('list', { name: 'Unidades por producto' }).getByRole('button').first().click();
    await page.getByRole('link', { name: 'Ver producto' }).waitFor();
    expect(search()).toMatch(
      `?medida=unidades&en_categoria=${category}&forma=barras&en_producto=P`.replaceAll('?', ''),
    );
    expect(await page.getByRole('list', { name: 'Unidades por producto' }).count()).toBe(0);
  });
});

describe('the page', () => {
  test('shows a store’s manager that store alone, by address too', async () => {
    const token = await dashboard.chain.tokenOf('José Rivas', 'gerente_tienda', ['T3']);
    await page.goto(`${dashboard.chain.origin}/app/ventas#token=${token}`);
    expect((await cells('Ventas por tienda', 0)).flat()).toEqual(['Mérida Andes']);
    for (const address of [
      '?en_tienda=T1',
      '?tienda=T1',
      '?factura=T1-20251026-0&factura_tienda=T1&factura_dia=2025-10-26',
    ]) {
      await page.goto(`${dashboard.chain.origin}/app/ventas${address}`);
      await page.getByRole('alert').getByText('El servidor no aceptó la consulta').first().waitFor();
      expect(await page.getByText('Chacao').count()).toBe(0);
    }
  });

  test('exports what its table shows', async () => {
    await openSales('?en_tienda=T1');
    await page.getByRole('button', { name: 'Exportar Ventas por categoría' }).last().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV', exact: true }).click(),
    ]);
    const [head = '', ...lines] = (await textOf(download)).replace('\ufeff', '').trim().split('\r\n');
    expect(head).toMatch(/^categoria,venta_total,/);
    const { rows } = await dashboard.chain.pool.query<{ line: string }>(
      `SELECT categoria || ',' || trim_scale(sum(monto_total)) AS line FROM ventas_raw JOIN productos p ON p.id = producto_id
       WHERE ${MONTH} AND ubicacion_id = 'T1' GROUP BY categoria ORDER BY sum(monto_total) DESC`,
    );
    expect(lines.map((line) => line.split(',').slice(0, 2).join(','))).toEqual(rows.map(({ line }) => line));
  });

  test('has no faults of accessibility, in light and in dark, as charts and as tables', async () => {
    await openSales('?calor=hora');
    await table('Ventas por tienda').waitFor();
    await page.getByRole('list', { name: 'Ventas por categoría' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await openSales('?tabla=serie&tabla=calor&tabla=partes&ver=lineas');
    await table('Ventas por tienda y día').waitFor();
    await table('Líneas de factura').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
