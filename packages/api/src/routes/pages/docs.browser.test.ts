import { verCalendarioCargas } from '@fluxion/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { provideDashboard, visitInEachTest } from '#testing/served-dashboard.ts';

const dashboard = provideDashboard();
let page: Page;
visitInEachTest(dashboard, (opened) => {
  page = opened;
});

test('whoever is signed in reads the API’s description, and tries it, with files of this server alone', async () => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== dashboard.chain.origin && protocol !== 'data:') elsewhere.push(request.url());
  });
  await page.goto(dashboard.link());
  await page.getByRole('heading', { name: 'Resumen' }).waitFor();
  await page.goto(`${dashboard.chain.origin}/docs`);
  await page.getByRole('heading', { name: /^Fluxion/ }).waitFor();
  await page.getByText(verCalendarioCargas.summary).first().click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  const answered = page.waitForResponse((response) => response.url().endsWith('/cargas/calendario'));
  await page.getByRole('button', { name: 'Execute' }).click();
  expect((await answered).status()).toBe(200);
  expect(elsewhere).toEqual([]);
});
