import { plural } from '../output/index.ts';
import { nextSteps, secondsText, verdictOf, type Outcome } from '../transfer/index.ts';
import { markup, type Markup } from './markup.ts';
import { section, type Section } from './parts.ts';
import { figures, sectionsOf, nextSection } from './sections/index.ts';
import { shell } from './shell.ts';

/** What is known of a migration before it begins. */
export interface Beginning {
  readonly file: string;
  readonly started: Date;
  readonly version: string;
}

/** The page of a migration that came to its end, or of its plan. */
export function outcomePage(outcome: Outcome, version: string): string {
  const { report, target } = outcome;
  const { sentence, tone } = verdictOf(outcome);
  const sections = sectionsOf(outcome);
  return shell({
    eyebrow: report.dryRun ? 'Migration plan' : 'Migration report',
    title: sentence,
    tone,
    facts: [
      ['From', path(report.file)],
      ['To', `PostgreSQL ${report.server} at ${target}`],
      [report.dryRun ? 'Planned' : 'Started', instant(report.started)],
      ['Took', secondsText(report.seconds)],
    ],
    body: [
      report.cleared.length === 0
        ? undefined
        : markup`<p class="note">
            An earlier migration had broken off; ${plural(report.cleared.length, 'table')} of it had to be cleared
            first: ${report.cleared.join(', ')}.
          </p>`,
      figures(outcome),
      section(nextSection(nextSteps(outcome))),
      contents(sections),
      ...sections.map(section),
    ],
    version,
  });
}

/** What failed, as it is told on the command line too. */
export interface Failure {
  readonly message: string;
  readonly details: readonly string[];
  /** What the manual says of such a failure. */
  readonly advice: string;
  readonly interrupted: boolean;
}

/** The page of a migration that did not come to its end. */
export function failurePage({ file, started, version }: Beginning, failure: Failure, ended: Date): string {
  const { message, details, advice, interrupted } = failure;
  return shell({
    eyebrow: 'Migration report',
    title: interrupted ? 'The migration was interrupted.' : 'The migration failed.',
    tone: interrupted ? 'caution' : 'bad',
    facts: [
      ['From', path(file)],
      ['Started', instant(started.toISOString())],
      ['Ended', instant(ended.toISOString())],
    ],
    body: [
      section({
        id: 'reason',
        title: 'Why',
        content: [
          markup`<p class="reason">${message}</p>`,
          ...(details.length === 0
            ? []
            : [
                markup`<ul>
                  ${details.map((detail) => markup`<li>${detail}</li>`)}
                </ul>`,
              ]),
        ],
      }),
      section(nextSection([advice])),
    ],
    version,
  });
}

/** The page that stands in the file until the migration ends, and for good if its process is killed. */
export function runningPage({ file, started, version }: Beginning): string {
  return shell({
    eyebrow: 'Migration report',
    title: 'The migration is under way.',
    tone: 'running',
    facts: [
      ['From', path(file)],
      ['Started', instant(started.toISOString())],
    ],
    body: [
      markup`<p class="note">
        This page is written anew when the migration ends. If the program has ended and the page still says this, it was
        killed: run the same command again with <code>--resume</code>.
      </p>`,
    ],
    version,
  });
}

function contents(sections: readonly Section[]): Markup {
  return markup`<nav aria-label="Contents">
    <ul>
      ${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
  </nav> `;
}

function path(file: string): Markup {
  return markup`<code class="path">${file}</code>`;
}

/** `2026-02-17 20:46 UTC`. */
function instant(iso: string): string {
  return `${iso.slice(0, 'YYYY-MM-DD'.length)} ${iso.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length)} UTC`;
}
