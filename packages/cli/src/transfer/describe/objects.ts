import type { ObjectReport } from '@fluxion/engine/transfer';
import { formatCount, lineWidth, nameLines, plural, visible, visibleLines, wrapped } from '../../output/index.ts';
import { groupObjects, type ObjectGroup } from '../findings/index.ts';
import { indented, section } from './blocks.ts';

const titles = {
  same: 'As in the file',
  changed: 'Changed',
  kept: "Kept as the target's own",
  refused: 'Refused',
} as const;

/** Every object with an outcome, grouped by kind and reason; nothing if there is none. */
export function groupLines(objects: readonly ObjectReport[], outcome: ObjectReport['outcome']): string[] {
  const groups = groupObjects(objects, outcome);
  const count = groups.reduce((sum, group) => sum + group.objects.length, 0);
  return section(`${titles[outcome]} (${formatCount(count)})`, groups.flatMap(describeGroup));
}

/** A titled list of names, as many on a line as fit; nothing if there is none. */
export function nameListLines(title: string, names: readonly string[]): string[] {
  return section(`${title} (${formatCount(names.length)})`, nameLines(names.map(visible), lineWidth - 2));
}

function describeGroup({ kind, reason, objects }: ObjectGroup): string[] {
  const names = objects.map(({ name }) => visible(name));
  const title = objects.length === 1 ? `${kind} ` : `${plural(objects.length, kind)}: `;
  const [first = '', ...rest] = nameLines(names, lineWidth - 2 - title.length);
  return [
    title + first,
    ...rest.map((line) => indented(line, title.length)),
    ...(reason === undefined ? [] : wrapped(visible(reason), lineWidth - 6).map((line) => indented(line, 4))),
    ...objects.flatMap(({ definition }) => (definition === undefined ? [] : [indented(visibleLines(definition), 6)])),
  ];
}
