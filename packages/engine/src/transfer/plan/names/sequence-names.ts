import type { DuckCatalog } from '../../../duckdb/index.ts';
import { postgresName } from './names.ts';

interface NamedObject {
  readonly schema: string;
  readonly name: string;
}

/**
 * The name that a sequence gets in the target. In DuckDB a sequence and a table may have the same one, in PostgreSQL not: it
 * then ends in `_seq`.
 */
export function sequenceName(
  catalog: Pick<DuckCatalog, 'tables' | 'views' | 'sequences'>,
  sequence: NamedObject,
): string {
  const isTaken = (objects: readonly NamedObject[], name: string) =>
    objects.some((object) => object.schema === sequence.schema && postgresName(object.name) === postgresName(name));
  const relations = [...catalog.tables, ...catalog.views];
  if (!isTaken(relations, sequence.name)) return postgresName(sequence.name);
  let name = `${sequence.name}_seq`;
  while (isTaken([...relations, ...catalog.sequences], name)) name += '_';
  return postgresName(name);
}
