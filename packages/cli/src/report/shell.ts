import { createHash } from 'node:crypto';
import type { Tone } from '../transfer/index.ts';
import { Markup, markup } from './markup.ts';
import { stylesheet } from './style.ts';

/** What every page has: what it is called, its sentence, and what follows. */
export interface Shell {
  readonly eyebrow: string;
  readonly title: string;
  readonly tone: Tone | 'running';
  readonly facts: readonly (readonly [name: string, value: Markup | string])[];
  readonly body: readonly (Markup | undefined)[];
  readonly version: string;
}

/** Nothing may be loaded, run or sent from the page: a name that got around the escaping would still do nothing. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(stylesheet).digest('base64')}'`;

/** One whole page, which needs no other file. */
export function shell({ eyebrow, title, tone, facts, body, version }: Shell): string {
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${eyebrow}: ${title}</title>
        <style>${new Markup(stylesheet)}</style>
      </head>
      <body>
        <main>
          <header class="verdict ${tone}">
            <p class="eyebrow">${mark(tone)}${eyebrow}</p>
            <h1>${title}</h1>
            <dl class="facts">
              ${facts.map(
                ([name, value]) =>
                  markup`<div>
                    <dt>${name}</dt>
                    <dd>${value}</dd>
                  </div>`,
              )}
            </dl>
          </header>
          ${body.map((part) => part ?? markup``)}
        </main>
        <footer>
          <p>
            Written by Fluxion ${version}. This page is one file and loads nothing: it can be kept, printed or sent as
            it is.
          </p>
        </footer>
      </body>
    </html> `.text;
}

const strokes: Record<Shell['tone'], string> = {
  good: 'M5 10.5l3.5 3.5L15 7',
  caution: 'M10 5.5v6M10 14.4v.2',
  bad: 'M6.5 6.5l7 7M13.5 6.5l-7 7',
  running: 'M10 5.5V10l3 2',
};

function mark(tone: Shell['tone']): Markup {
  return markup`<svg class="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <circle cx="10" cy="10" r="10"></circle>
    <path d="${strokes[tone]}"></path>
  </svg>`;
}
