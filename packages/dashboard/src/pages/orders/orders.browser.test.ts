import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';
import { accessibilityFaults, plainSpaces } from '#testing/visit.ts';

const dashboard = provideDashboard({ stocked: true });
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

/** Tokens: of the manager of T1, of its planner, and of somebody who only looks. */
let manager: string;
let planner: string;
let viewer: string;
beforeAll(async () => {
  [manager, planner, viewer] = await Promise.all([
    dashboard.chain.tokenOf('Ana Gómez', 'gerente_tienda', ['T1']),
    dashboard.chain.tokenOf('Luis Peña', 'gestor_abastecimiento', ['T1', 'T2']),
    dashboard.chain.tokenOf('Eva Ruiz', 'visualizador', ['T1']),
  ]);
});

const open = (path: string, token = manager) => page.goto(`${dashboard.chain.origin}/app${path}#token=${token}`);
const grid = () => page.getByRole('table', { name: 'Líneas' });
const units = (name: string) => page.getByRole('textbox', { name: `Unidades de ${name}` });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function linesOf(id: string): Promise<unknown> {
  const { rows } = await dashboard.chain.pool.query(
    `SELECT o.estado, o.version, (SELECT jsonb_object_agg(d.producto_id, jsonb_build_array(trim_scale(cantidad_solicitada), trim_scale(cantidad_aprobada)))
       FROM pedidos_detalle d WHERE d.pedido_id = o.id) AS lineas
     FROM pedidos o WHERE o.id = $1`,
    [id],
  );
  return rows[0];
}

async function insertOrder(id: string, state: string): Promise<void> {
  await dashboard.chain.pool.query(
    `WITH o AS (INSERT INTO pedidos (id, ubicacion_id, ubicacion_origen_id, fecha, estado) VALUES ($1, 'T1', 'C1', '2025-10-30', $2) RETURNING id)
     INSERT INTO pedidos_detalle (pedido_id, producto_id, cantidad_solicitada, unidades_por_bulto)
     SELECT id, unnest(ARRAY['P1', 'P3']), 14, 7 FROM o`,
    [id, state],
  );
}

/** Chooses an option of a field that lists some. */
async function choose(field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(option);
  await page.getByRole('option', { name: option }).click();
}

async function addByCode(code: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Añadir un producto' });
  await field.fill(code);
  await field.press('Enter');
}

describe('the list', () => {
  test('shows what the database has, and keeps its filters in the address', async () => {
    await open('/pedidos?estado=solicitado&estado=borrador', dashboard.token);
    const rows = page.getByRole('grid', { name: 'Pedidos' }).getByRole('row');
    await page
      .getByRole('link', { name: /Pedido n\.º/ })
      .first()
      .waitFor();
    const { rows: told } = await dashboard.chain.pool.query<{ numero: string }>(
      `SELECT numero::text FROM pedidos WHERE estado IN ('solicitado', 'borrador') ORDER BY numero DESC`,
    );
    expect(await rows.count()).toBe(told.length + 1);
    await page.getByRole('button', { name: 'Borrador' }).click();
    await page.waitForURL(/\?estado=solicitado$/);
    await page
      .getByRole('link', { name: /Pedido n\.º/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /Pedido n\.º/ }).waitFor();
    await page.goBack();
    await page.waitForURL(/\?estado=solicitado$/);
    await page.goBack();
    expect(await page.getByRole('button', { name: 'Borrador' }).getAttribute('aria-pressed')).toBe('true');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('a new order', () => {
  test('is written by keyboard: what is suggested is shown with its sum, parts of cases are told', async () => {
    await open('/pedidos/nuevo');
    await choose('Se pide a', 'Cedi Central');
    await addByCode('1001');
    await expect.poll(() => units('Harina de maíz 1 kg').inputValue()).toBe('84');
    const cells = await grid().getByRole('row').nth(1).getByRole('cell').allInnerTexts();
    expect(cells.slice(0, 4)).toEqual(['100', '20', '0', '80']);
    await units('Harina de maíz 1 kg').fill('30');
    await page.getByText('No son bultos enteros: 28 o 35.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('Guardar y solicitar').click();
    await page.getByRole('alert').getByText('Corrija lo señalado').waitFor();
    await page.getByRole('button', { name: 'Poner 35' }).click();
    await units('Harina de maíz 1 kg').press('+');
    expect(await page.getByRole('textbox', { name: 'Bultos de Harina de maíz 1 kg' }).inputValue()).toBe('6');
    // From the last line the keyboard goes on to the next product.
    await units('Harina de maíz 1 kg').press('Enter');
    await page.keyboard.type('jabon');
    await page.getByRole('option', { name: /Jabón en barra/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => units('Jabón en barra').inputValue()).toBe('52');
    await button('Guardar y solicitar').click();
    await page.getByRole('heading', { level: 1, name: /Pedido n\.º/ }).waitFor();
    await page.getByText('Solicitado', { exact: true }).first().waitFor();
    const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    expect(await linesOf(id)).toEqual({ estado: 'solicitado', version: 2, lineas: { P1: [42, null], P2: [52, null] } });
  });

  test('outlives a reload, and an answer that never came makes no second one', async () => {
    const count = async () =>
      (await dashboard.chain.pool.query<{ orders: string }>('SELECT count(*)::text AS orders FROM pedidos')).rows[0]
        ?.orders;
    const before = Number(await count());
    await open('/pedidos/nuevo?producto=P4');
    await expect.poll(() => units('Arroz blanco 1 kg').inputValue()).toBe('90');
    await units('Arroz blanco 1 kg').fill('8,5');
    await page.reload();
    await expect.poll(() => units('Arroz blanco 1 kg').inputValue()).toBe('8,5');
    await page.getByText('Aquí sigue lo que había escrito').waitFor();
    await units('Arroz blanco 1 kg').fill('8');
    // The order is written, but its answer is lost.
    await page.route('**/pedidos', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      return route.abort();
    });
    await button('Guardar borrador').click();
    await page.getByRole('alert').getByText('no se creará dos veces').waitFor();
    await page.unroute('**/pedidos');
    await button('Guardar borrador').click();
    await page.getByRole('heading', { level: 1, name: /Pedido n\.º/ }).waitFor();
    expect(Number(await count())).toBe(before + 1);
  });
});

describe('an order', () => {
  test('that somebody else changed meanwhile loses nothing that was typed', async () => {
    await insertOrder('X1', 'borrador');
    await open('/pedidos/X1');
    await units('Harina de maíz 1 kg').fill('21');
    await dashboard.chain.pool.query(`
      UPDATE pedidos_detalle SET cantidad_solicitada = 28 WHERE pedido_id = 'X1' AND producto_id = 'P1';
      UPDATE pedidos SET observaciones = 'urgente' WHERE id = 'X1'`);
    await button('Guardar cambios').click();
    const alert = page.getByRole('alert').filter({ hasText: 'Otra persona cambió este pedido' });
    await alert.waitFor();
    await page.getByText('Otra persona puso 28.').waitFor();
    expect(await units('Harina de maíz 1 kg').inputValue()).toBe('21');
    expect(await accessibilityFaults(page)).toEqual([]);
    await alert.getByRole('button', { name: 'Seguir con lo mío' }).click();
    await button('Guardar cambios').click();
    await page.getByText('Cambios guardados.').waitFor();
    expect(await linesOf('X1')).toMatchObject({ lineas: { P1: [21, null], P3: [14, null] } });
    await page.getByText('urgente').first().waitFor();
  });

  test('has lines taken out and back, and is asked for and taken back at once', async () => {
    await insertOrder('X2', 'borrador');
    await open('/pedidos/X2');
    await page.getByRole('button', { name: 'Quitar Café molido 250 g' }).click();
    await expect.poll(() => grid().getByRole('row').count()).toBe(3);
    await button('Deshacer').click();
    await expect.poll(() => grid().getByRole('row').count()).toBe(4);
    await button('Solicitar').click();
    await page.getByText('El pedido está en «Solicitado».').waitFor();
    await button('Deshacer').last().click();
    await page.getByText('Borrador', { exact: true }).first().waitFor();
    await button('Solicitar').waitFor();
    expect(await linesOf('X2')).toMatchObject({ estado: 'borrador', lineas: { P1: [14, null], P3: [14, null] } });
  });

  test('is approved by supply, with other quantities, and turned down only with a reason', async () => {
    await insertOrder('X3', 'solicitado');
    await open('/pedidos/X3', planner);
    await units('Harina de maíz 1 kg').fill('7');
    await button('Guardar y aprobar').click();
    const dialog = page.getByRole('dialog');
    expect(plainSpaces(await dialog.innerText())).toContain('2 líneas, 21 unidades');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Aprobar' }).click();
    await page.getByText('El pedido está en «Aprobado».').waitFor();
    expect(await linesOf('X3')).toMatchObject({ estado: 'aprobado', lineas: { P1: [14, 7], P3: [14, 14] } });
    await button('Cancelar pedido').click();
    await dialog.getByRole('button', { name: 'Cancelar pedido' }).click();
    await dialog.getByText('Escriba el motivo').waitFor();
    await dialog.getByRole('textbox', { name: 'Por qué' }).fill('Sin camión');
    await dialog.getByRole('button', { name: 'Cancelar pedido' }).click();
    await page.getByText('Motivo (Cancelado)').waitFor();
    expect(await linesOf('X3')).toMatchObject({ estado: 'cancelado' });
  });

  test('offers each person what their role may do, by its address too', async () => {
    await insertOrder('X4', 'solicitado');
    await open('/pedidos/X4');
    await button('Devolver a borrador').waitFor();
    expect(await button('Aprobar').count()).toBe(0);
    expect(await units('Harina de maíz 1 kg').count()).toBe(0);
    await open('/pedidos/O3');
    await page.getByRole('heading', { name: 'No existe ese pedido' }).waitFor();
    await open('/pedidos/nuevo', viewer);
    await page.getByRole('heading', { name: 'Su rol no le permite ver esto' }).waitFor();
    await page.getByRole('link', { name: 'Pedidos' }).first().click();
    await page
      .getByRole('link', { name: /Pedido n\.º/ })
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: 'Pedido nuevo' }).count()).toBe(0);
  });
});

test('an order reads as cards on a narrow screen, in the dark and in English, without faults', async () => {
  const narrow = await dashboard.visit({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  await narrow.page.addInitScript({ content: "localStorage.setItem('fluxion.language', 'en')" });
  await narrow.page.goto(`${dashboard.chain.origin}/app/pedidos/O1#token=${manager}`);
  await narrow.page
    .getByRole('textbox', { name: /Units of/ })
    .first()
    .waitFor();
  expect(await narrow.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await accessibilityFaults(narrow.page)).toEqual([]);
  await narrow.close();
});
