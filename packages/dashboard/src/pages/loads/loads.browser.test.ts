import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest, type ServedDashboard } from '#testing/served-dashboard.ts';
import { accessibilityFaults, plainSpaces } from '#testing/visit.ts';

const asked: string[] = [];
const dashboard: ServedDashboard = provideDashboard({
  stocked: true,
  // The queue takes the days, and their loads begin.
  queueLoads: async (units) => {
    asked.push(...units.map(({ ubicacion_id, fecha }) => `${ubicacion_id} ${fecha}`));
    await dashboard.chain.pool.query(
      `INSERT INTO cargas (fuente, ubicacion_id, fecha, iniciada, resultado)
       SELECT 'ventas', store, day, now(), 'en_curso' FROM unnest($1::text[], $2::date[]) AS units (store, day)
       ON CONFLICT (fuente, ubicacion_id, fecha) DO UPDATE SET resultado = 'en_curso', iniciada = now(), terminada = NULL`,
      [units.map(({ ubicacion_id }) => ubicacion_id), units.map(({ fecha }) => fecha)],
    );
    return { encoladas: units.length, en_cola: 0, sin_origen: 0 };
  },
});
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

let manager: string;
let planner: string;
beforeAll(async () => {
  [manager, planner] = await Promise.all([
    dashboard.chain.tokenOf('Ana Gómez', 'gerente_tienda', ['T1']),
    dashboard.chain.tokenOf('Luis Peña', 'gestor_abastecimiento', ['T1', 'T3']),
  ]);
});

const october = 'desde=2025-10-01&hasta=2025-10-31';
const open = (search: string, token = dashboard.token) =>
  page.goto(`${dashboard.chain.origin}/app/cargas?${search}#token=${token}`);
const calendar = () => page.getByRole('grid', { name: 'Calendario de ventas' });
const cell = (name: RegExp) => calendar().getByRole('button', { name });

describe('the calendar', () => {
  test('shows each store’s days as they are in the database', async () => {
    await open(october);
    await calendar().waitFor();
    const { rows } = await dashboard.chain.pool.query<{ lineas: string }>(
      `SELECT lineas::text FROM ventas_diarias WHERE ubicacion_id = 'T1' AND fecha = '2025-10-30'`,
    );
    const label = await cell(/Chacao, jue 30 oct 2025/).getAttribute('aria-label');
    expect(plainSpaces(label ?? '')).toBe(
      `Chacao, jue 30 oct 2025: Cargada, ${rows[0]?.lineas} líneas, 1 línea rechazada`,
    );
    expect(await cell(/15 oct 2025: Falta/).count()).toBe(3);
    await cell(/Maracay Centro, jue 30 oct 2025: Fallida/).waitFor();
    await page.getByText('5 días faltan, fallaron o quedaron cortos.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('opens a day by the keyboard, tells why it is not in, and goes back', async () => {
    await open(october);
    await cell(/Chacao, vie 31 oct 2025/).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /Maracay Centro/ });
    await dialog.getByText('Se intentó cargar y no se pudo').waitFor();
    await dialog.getByText('El archivo no se pudo leer.').waitFor();
    expect(new URL(page.url()).searchParams.get('dia')).toBe('2025-10-30.T2');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Días anteriores' }).click();
    await page.waitForURL(/desde=2025-08-31&hasta=2025-09-30/);
  });

  test('has all gaps loaded again with one press, and shows how they come in', async () => {
    await open(`${october}&tienda=T1&tienda=T3`, planner);
    await page.getByRole('button', { name: 'Recuperar 2 días' }).click();
    await page.getByText('Se pidieron 2 días otra vez.').waitFor();
    expect(asked.toSorted()).toEqual(['T1 2025-10-15', 'T3 2025-10-15']);
    await cell(/Chacao, mié 15 oct 2025: En curso/).waitFor();
    await dashboard.chain.pool.query(`
      INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, cantidad, precio_unitario, monto_total)
        SELECT 'T1', '2025-10-15', 'R-' || n, 1, 10, 10 FROM generate_series(1, 11) AS n;
      UPDATE cargas SET resultado = 'cargada', terminada = now() WHERE ubicacion_id = 'T1' AND fecha = '2025-10-15'`);
    await cell(/Chacao, mié 15 oct 2025: Cargada/).waitFor();
  });

  test('is only looked at by who may not have days loaded, and holds no store of others', async () => {
    await open(october, manager);
    await calendar().waitFor();
    expect(await calendar().getByRole('rowheader').count()).toBe(1);
    expect(await page.getByRole('button', { name: /Recuperar/ }).count()).toBe(0);
    await open(`${october}&tienda=T2`, manager);
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByText('Maracay').count()).toBe(0);
  });
});

describe('the details', () => {
  test('lead from a delivery to its rejected lines, as they came', async () => {
    await open(`${october}&resultado=con_rechazos&dia=2025-10-30.T1`);
    await page.getByRole('dialog').getByRole('link', { name: 'Ver las líneas rechazadas' }).click();
    const rejects = page.getByRole('grid', { name: 'Líneas rechazadas' });
    await rejects.getByText('T1,2025-10-30,F-9,P1,doce,10').waitFor();
    await rejects.getByText('No es un número.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goBack();
    const ledger = page.getByRole('grid', { name: 'Libro de cargas' });
    await ledger.waitFor();
    expect(await ledger.getByRole('row').count()).toBe(2);
  });

  test('fit a narrow screen, in the dark and in English, without faults', async () => {
    const narrow = await dashboard.visit({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    await narrow.page.addInitScript({ content: "localStorage.setItem('fluxion.language', 'en')" });
    await narrow.page.goto(`${dashboard.chain.origin}/app/cargas?${october}#token=${dashboard.token}`);
    await narrow.page.getByRole('grid', { name: 'Calendar of sales' }).waitFor();
    expect(await narrow.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await accessibilityFaults(narrow.page)).toEqual([]);
    await narrow.close();
  });
});
