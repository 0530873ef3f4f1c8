import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { provideDashboard } from '#testing/served-dashboard.ts';
import { accessibilityFaults, type Visit } from '#testing/visit.ts';

const narrow = { width: 360, height: 800 };
const wide = { width: 1440, height: 900 };

const dashboard = provideDashboard();

async function openSummary(page: Page): Promise<void> {
  await page.goto(dashboard.link());
  await page.locator('[role=img] svg path').first().waitFor({ state: 'attached' });
}

/** Runs the work on a visit that ends with it. */
async function visiting(options: BrowserContextOptions, work: (page: Page, visit: Visit) => Promise<void>) {
  const opened = await dashboard.visit(options);
  try {
    await work(opened.page, opened);
  } finally {
    await opened.close();
  }
}

const groundColor = (page: Page) => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
const light = 'rgb(243, 245, 244)';
const dark = 'rgb(9, 13, 13)';

describe('the theme', () => {
  test('follows the system until a person chooses, and then stays chosen', () =>
    visiting({ colorScheme: 'dark' }, async (page) => {
      await openSummary(page);
      expect(await groundColor(page)).toBe(dark);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await groundColor(page)).toBe(light);

      await page.getByRole('button', { name: 'Tema' }).click();
      await page.getByRole('menuitemradio', { name: 'Oscuro' }).click();
      expect(await groundColor(page)).toBe(dark);
      await page.reload();
      // Before the page's program has run: the theme is set before the first paint.
      expect(await groundColor(page)).toBe(dark);
      await page.getByRole('button', { name: 'Tema' }).click();
      expect(await page.getByRole('menuitemradio', { name: 'Oscuro' }).getAttribute('aria-checked')).toBe('true');
      await page.getByRole('menuitemradio', { name: 'Como el sistema' }).click();
      expect(await groundColor(page)).toBe(light);
    }));

  test('reaches the chart', () =>
    visiting({}, async (page) => {
      await openSummary(page);
      const stroke = () =>
        page.evaluate<string>(
          `getComputedStyle([...document.querySelectorAll('[role=img] path[class*=line]')].at(-1)).stroke`,
        );
      expect(await stroke()).toBe('rgb(10, 122, 115)');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await stroke()).toBe('rgb(72, 205, 187)');
    }));
});

// Every page as it opens is tried in all of its forms by every-page.browser.test.ts; here is what opens in pages.
describe.each([
  ['light', 'wide', wide],
  ['dark', 'narrow', narrow],
] as const)('in %s on a %s screen', (colorScheme, _, viewport) => {
  const sidewaysScroll = (page: Page) =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  /** Holds the page as it is now to WCAG 2.2 AA, and to its screen. */
  async function inspect(page: Page): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  }

  test('signing in is for everybody', () =>
    visiting({ colorScheme, viewport }, async (page) => {
      await page.goto(`${dashboard.chain.origin}/app/`);
      await page.getByLabel('Correo').waitFor();
      await inspect(page);
      await page.getByRole('button', { name: 'Entrar', exact: true }).click();
      await page.getByText('Escriba su correo.').first().waitFor();
      await inspect(page);
      await page.getByRole('button', { name: 'Entrar con una llave de acceso' }).click();
      await page.getByLabel('Llave de acceso').waitFor();
      await inspect(page);
    }));

  test('the summary is for everybody, in all its forms', () =>
    visiting({ colorScheme, viewport }, async (page) => {
      await openSummary(page);
      await inspect(page);
      await page.getByRole('radio', { name: 'Tabla' }).click();
      await inspect(page);
      await page.getByRole('radio', { name: 'Todos los datos' }).click();
      await page.getByText('Sin periodo anterior completo para comparar').waitFor();
      // Until the new figures are there, the old ones are dimmed.
      await page.locator('body:not(:has([aria-busy=true]))').waitFor();
      await inspect(page);
    }));

  test('its menus and its calendar are for everybody', () =>
    visiting({ colorScheme, viewport }, async (page) => {
      await openSummary(page);
      await page.getByRole('button', { name: /Abrir calendario/ }).click();
      await page.getByRole('dialog').waitFor();
      await inspect(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Cuenta/ }).click();
      await page.getByRole('menu').waitFor();
      await inspect(page);
    }));

  test('its failures and empty days are for everybody', () =>
    visiting({ colorScheme, viewport }, async (page) => {
      await page.goto(dashboard.link('?desde=2020-01-01&hasta=2020-01-31'));
      await page.getByRole('heading', { name: 'No hay ventas en este periodo' }).waitFor();
      await inspect(page);
      await page.route('**/ventas/resumen**', (route) => route.fulfill({ status: 500, json: {} }));
      await page.getByRole('radio', { name: 'Últimos 90 días' }).click();
      await page.getByRole('heading', { name: 'El servidor tuvo un error' }).waitFor();
      await inspect(page);
    }));
});

test('the calendar stands whole on a low screen', () =>
  visiting({ viewport: { width: 360, height: 640 } }, async (page) => {
    await openSummary(page);
    await page.getByRole('button', { name: /Abrir calendario/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Elija el primer y el último día.').waitFor();
    const cutOff = `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(
      document.querySelector('[role=dialog]').parentElement,
    )`;
    expect(await page.evaluate<number>(cutOff)).toBe(0);
    const box = await dialog.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
  }));

describe('the keyboard', () => {
  test('skips to the content, and reaches everything in order with its focus in sight', () =>
    visiting({}, async (page) => {
      await openSummary(page);
      const focused = () =>
        page.evaluate<{ name: string; outline: string }>(`(() => {
          const element = document.activeElement;
          const style = getComputedStyle(element);
          const name = element.getAttribute('aria-label') ?? element.textContent;
          return { name, outline: style.outlineStyle + ' ' + style.backgroundColor };
        })()`);
      const names: string[] = [];
      while (!names.includes('Gráfico de ventas por día') && names.length < 60) {
        await page.keyboard.press('Tab');
        const { name, outline } = await focused();
        names.push(name.split(',')[0] ?? '');
        // A ring, or, for the parts of a date, the accent behind them.
        expect(outline).toMatch(/^solid |rgb\(10, 108, 102\)$/);
      }
      const stops = [
        'Ir al contenido',
        'Actualizar',
        'Últimos 7 días',
        'Abrir calendario',
        'Gráfico',
        'Gráfico de ventas por día',
      ];
      expect(names.filter((name) => stops.includes(name))).toEqual(stops);
    }));

  test('moves among the periods with the arrows', () =>
    visiting({}, async (page) => {
      await openSummary(page);
      await page.getByRole('radio', { name: 'Últimos 30 días' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      await page.getByText('Datos de 25 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
    }));
});
