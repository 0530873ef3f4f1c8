import type { ObjectReport } from '@fluxion/engine/transfer';
import { formatCount, plural } from '../../output/index.ts';
import { groupObjects, type ObjectGroup, type Outcome } from '../../transfer/index.ts';
import { markup, lines, type Markup } from '../markup.ts';
import { dataTable, folded, nameList, type Section } from '../parts.ts';

const mostNames = 12;
const mostCards = 50;

const outcomes = ['same', 'changed', 'kept', 'refused'] as const;

const titles: Record<(typeof outcomes)[number], string> = {
  same: 'As in the file',
  changed: 'Changed',
  kept: "Kept as the target's own",
  refused: 'Refused',
};

/** Every object of the file: what is refused first, then what is changed, then what is as it was. */
export function planSection({ report: { objects, dryRun } }: Outcome): Section {
  const parts = (['refused', 'changed', 'kept'] as const).flatMap((outcome) => listing(objects, outcome));
  const same = objects.filter(({ outcome }) => outcome === 'same');
  return {
    id: 'plan',
    title: dryRun ? 'The plan' : 'What became of each object',
    intro:
      'Besides its rows, a database has objects: tables, keys, indexes, views and more. Each is carried across as it is, changed where PostgreSQL needs it otherwise, or refused where no exact counterpart is known.',
    content: [
      overview(objects),
      ...parts,
      ...(same.length === 0
        ? []
        : [
            markup`<details>
              <summary>As in the file: ${plural(same.length, 'object')}</summary>
              ${groupObjects(objects, 'same').map(
                ({ kind, reason, objects: members }) =>
                  markup`<h3>${plural(members.length, kind)}</h3>
                    ${reason === undefined ? undefined : markup`<p>${reason}</p>`}
                    ${nameList(
                      members.map(({ name }) => name),
                      Number.POSITIVE_INFINITY,
                    )}`,
              )}
            </details>`,
          ]),
    ],
  };
}

/** How many objects of each kind had which outcome. */
function overview(objects: readonly ObjectReport[]): Markup {
  const kinds = [...new Set(objects.map(({ kind }) => kind))];
  const counts = new Map<string, number>();
  for (const { kind, outcome } of objects)
    counts.set(`${kind} ${outcome}`, (counts.get(`${kind} ${outcome}`) ?? 0) + 1);
  const rows = kinds.map((kind) => [
    kind,
    ...outcomes.map((outcome) => {
      const count = counts.get(`${kind} ${outcome}`);
      return count === undefined ? markup`<span class="none">0</span>` : formatCount(count);
    }),
  ]);
  const columns = [
    { title: 'Kind' },
    ...outcomes.map((outcome) => ({ title: titles[outcome], look: 'figure' as const })),
  ];
  return objects.length === 0 ? markup`` : dataTable('Objects by kind and outcome', columns, rows);
}

function listing(objects: readonly ObjectReport[], outcome: 'changed' | 'kept' | 'refused'): Markup[] {
  const groups = groupObjects(objects, outcome);
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, group) => sum + group.objects.length, 0);
  return [
    markup`<h3>${titles[outcome]} (${formatCount(count)})</h3>
      ${folded(groups, mostCards, (some) => markup`${some.map((group) => card(group, outcome))}`)}`,
  ];
}

function card({ kind, reason, objects }: ObjectGroup, outcome: string): Markup {
  const own = objects.filter(({ definition }) => definition !== undefined);
  return markup`<div class="card ${outcome}">
    <p class="kind">${objects.length === 1 ? kind : plural(objects.length, kind)}</p>
    ${nameList(
      objects.map(({ name }) => name),
      mostNames,
    )}
    <p>${reason}</p>
    ${own.map(
      ({ name, definition = '' }) =>
        markup`<details>
          <summary>Its own text${own.length === 1 ? '' : markup`: ${name}`}</summary>
          <pre>${lines(definition)}</pre>
        </details>`,
    )}
  </div> `;
}
