/**
 * `npm run screenshots [-- --page NAME --theme light|dark --width N --language es|en --out FOLDER]`: pictures of every page of
 * the dashboard, with the demo chain behind it, in both themes and at two widths.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../test/support/browser.ts';
import { pagesOf } from './screenshots/pages.ts';
import { serveDemo } from './screenshots/serve-demo.ts';
import { shoot, type Look } from './screenshots/shoot.ts';

const { values } = parseArgs({
  options: {
    page: { type: 'string', multiple: true },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    width: { type: 'string', multiple: true, default: ['1440', '360'] },
    language: { type: 'string', default: 'es' },
    out: { type: 'string', default: 'screenshots' },
  },
});

const looks: Look[] = values.theme.flatMap((theme) =>
  values.width.map((width) => ({
    theme: theme === 'dark' ? 'dark' : 'light',
    width: Number(width),
    language: values.language === 'en' ? 'en' : 'es',
  })),
);
const folder = resolve(values.out);
await mkdir(folder, { recursive: true });
const demo = await serveDemo();
const browser = await launchBrowser();
try {
  const wanted = (await pagesOf(demo)).filter(({ name }) => values.page?.includes(name) ?? true);
  for (const look of looks) {
    for (const page of wanted) {
      const file = join(folder, `${page.name}-${look.theme}-${look.width}.png`);
      await shoot(browser, demo, page, look, file);
      process.stdout.write(`${file}\n`);
    }
  }
} finally {
  await browser.close();
  await demo.close();
}
