import type { ObjectReport } from '@fluxion/engine/transfer';
import {
  formatCount,
  indented,
  lineWidth,
  nameLines,
  plural,
  section,
  visible,
  visibleLines,
  wrapped,
} from '../../output/index.ts';
import { groupObjects, type ObjectGroup } from '../findings/index.ts';

const titles = {
  same: 'As in the file',
  changed: 'Changed',
  kept: "Kept as the target's own",
  refused: 'Refused',
} as const;

/**
 * The objects with an outcome, grouped by kind and reason; nothing if there is none. Of a group's names at most `mostLines`
 * lines are shown.
 */
export function groupLines(
  objects: readonly ObjectReport[],
  outcome: ObjectReport['outcome'],
  mostLines = Number.POSITIVE_INFINITY,
): string[] {
  const groups = groupObjects(objects, outcome);
  const count = groups.reduce((sum, group) => sum + group.objects.length, 0);
  return section(
    `${titles[outcome]} (${formatCount(count)})`,
    groups.flatMap((group) => describeGroup(group, mostLines)),
  );
}

/** A titled list of names, as many on a line as fit; nothing if there is none. */
export function nameListLines(title: string, names: readonly string[]): string[] {
  return section(`${title} (${formatCount(names.length)})`, nameLines(names.map(visible), lineWidth - 2));
}

function describeGroup({ kind, reason, objects }: ObjectGroup, mostLines: number): string[] {
  const names = objects.map(({ name }) => visible(name));
  const title = objects.length === 1 ? `${kind} ` : `${plural(objects.length, kind)}: `;
  const all = nameLines(names, lineWidth - 2 - title.length);
  const [first = '', ...rest] = all.length > mostLines ? [...all.slice(0, mostLines), '...'] : all;
  return [
    title + first,
    ...rest.map((line) => indented(line, title.length)),
    ...(reason === undefined ? [] : wrapped(visible(reason), lineWidth - 6).map((line) => indented(line, 4))),
    ...objects.flatMap(({ definition }) => (definition === undefined ? [] : [indented(visibleLines(definition), 6)])),
  ];
}
