import type { ObjectReport } from '@fluxion/engine/transfer';

/** Objects of one kind that share what became of them and why. */
export interface ObjectGroup {
  readonly kind: ObjectReport['kind'];
  readonly reason: string | undefined;
  readonly objects: readonly ObjectReport[];
}

/** The objects with an outcome, those of one kind and reason together, in the order in which each first comes up. */
export function groupObjects(
  objects: readonly ObjectReport[],
  outcome: ObjectReport['outcome'],
): readonly ObjectGroup[] {
  const groups = new Map<string, { kind: ObjectReport['kind']; reason: string | undefined; objects: ObjectReport[] }>();
  for (const object of objects) {
    if (object.outcome !== outcome) continue;
    const { kind, reason } = object;
    const key = JSON.stringify([kind, reason]);
    const group = groups.get(key) ?? { kind, reason, objects: [] };
    group.objects.push(object);
    groups.set(key, group);
  }
  return [...groups.values()];
}
