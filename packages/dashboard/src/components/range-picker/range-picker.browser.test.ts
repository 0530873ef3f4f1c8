import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';

const dashboard = provideDashboard();
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

/** Opens a page that has a range, signed in, and waits for its figures. */
async function openSummary(): Promise<void> {
  await page.goto(dashboard.link());
  await page.getByText('Datos de 2 – 31 oct 2025 en pantalla.').waitFor({ state: 'attached' });
}

function search(): string {
  return new URL(page.url()).search;
}

describe('the days on screen', () => {
  test('follow dates typed from the keyboard', async () => {
    await openSummary();
    await page.getByRole('group', { name: 'Fechas a medida' }).getByRole('spinbutton').first().focus();
    await page.keyboard.type('01092025');
    await page.keyboard.type('15092025');
    await page.keyboard.press('Enter');
    await page.getByText('Datos de 1 – 15 sept 2025 en pantalla.').waitFor({ state: 'attached' });
    expect(search()).toBe('?desde=2025-09-01&hasta=2025-09-15');
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
});
