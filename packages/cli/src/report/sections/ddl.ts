import { plural } from '../../output/index.ts';
import type { Outcome } from '../../transfer/index.ts';
import { markup, lines } from '../markup.ts';
import type { Section } from '../parts.ts';

/** The SQL of the plan, folded away. */
export function ddlSection({ report: { ddl } }: Outcome): Section {
  return {
    id: 'ddl',
    title: 'The SQL',
    intro: 'What made the objects in PostgreSQL, in the order in which it ran.',
    content: [
      markup`<details>
        <summary>${plural(ddl.length, 'statement')}</summary>
        <pre>${lines(ddl.join('\n\n'))}</pre>
      </details>`,
    ],
  };
}
