import type { Relation } from '../../postgres/index.ts';

/** A table of the target that refers, directly or through others, to one that is looked at. */
export interface ReferringTable {
  readonly schema: string;
  readonly name: string;
  /** The one that it refers to, as `schema.name`. */
  readonly to: string;
}

/** The tables whose foreign keys lead to those of `names` (each `schema.name`), near or far; of those, the ones that refer to each other too. */
export function referringTables(names: readonly string[], relations: readonly Relation[]): ReferringTable[] {
  const reached = new Set(names);
  const found = new Map<string, ReferringTable>();
  // The set grows while it is gone through.
  for (const to of reached) {
    for (const { schema, name, kind, references } of relations) {
      const own = `${schema}.${name}`;
      if (kind !== 'table' || !references.includes(to)) continue;
      reached.add(own);
      if (!found.has(own)) found.set(own, { schema, name, to });
    }
  }
  return [...found.values()];
}
