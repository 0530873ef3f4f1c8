import type { Unit } from '../../declared.ts';
import type { Layout, LayoutPart } from '../../notes/index.ts';
import { columnsKey, partCondition } from '../table/index.ts';
import type { TableState } from '../state/index.ts';

/** What brings the copy of one table to the snapshot. */
export type Change =
  /** Its rows are to be brought across anew. */
  | { readonly kind: 'begin'; readonly layout: Layout }
  | {
      readonly kind: 'swap';
      readonly layout: Layout;
      /** Conditions of rows that leave first. */
      readonly gone: readonly string[];
      /** Parts that come whole then. */
      readonly parts: readonly LayoutPart[];
      /** Units that are swapped last. */
      readonly units: readonly Unit[];
      /** Whether the rollups are others, or were not kept while the rows came: all are summed up. */
      readonly sumsUp: boolean;
    };

/** How the copy of a table comes from its state to the layout, with the units that have changed; undefined: nothing is to be done. */
export function changeOf(
  state: TableState | undefined,
  layout: Layout,
  units: readonly Unit[],
  rollups: string,
): Change | undefined {
  if (!state || columnsKey(state.layout) !== columnsKey(layout)) return { kind: 'begin', layout };
  const before = new Map(state.layout.parts.map((part) => [part.oid, part]));
  const now = new Map(layout.parts.map((part) => [part.oid, part]));
  const isSame = (part: LayoutPart, other: LayoutPart | undefined) =>
    part.contents === other?.contents && part.constraint === other.constraint;
  const left = state.layout.parts.filter((part) => !isSame(part, now.get(part.oid)));
  const come = layout.parts.filter((part) => !isSame(part, before.get(part.oid)));
  const conditions = [...left, ...come].map((part) => partCondition(part));
  const gone: string[] = [];
  for (const condition of new Set(conditions)) {
    if (condition === undefined) return { kind: 'begin', layout };
    gone.push(condition);
  }
  const sumsUp = state.since !== null || state.rollups !== rollups;
  const isSameFile = gone.length === 0 && units.length === 0 && !sumsUp;
  if (isSameFile && state.layout.fingerprint === layout.fingerprint) return undefined;
  return { kind: 'swap', layout, gone, parts: come, units, sumsUp };
}
