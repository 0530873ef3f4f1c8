import type { DuckType, TableSpec } from '../../../catalog/index.ts';
import type { SequenceSpec } from '../../../duckdb/index.ts';
import { translatorFor, type NamedObject } from '../../plan/translators.ts';
import type { Session } from '../../session.ts';
import { translated } from '../translated.ts';

/** A column that a sequence fills by its default. */
export interface FilledColumn {
  readonly table: TableSpec<DuckType>;
  readonly column: string;
}

/** Finds the columns of the file that each sequence fills. */
export async function sequenceUsers(session: Session): Promise<(sequence: SequenceSpec) => readonly FilledColumn[]> {
  const users = new Map<string, FilledColumn[]>();
  const keyOf = ({ schema, name }: NamedObject) => JSON.stringify([schema, name]);
  for (const table of session.catalog.tables) {
    for (const { name, default: fallback } of table.columns) {
      if (fallback === null || !/nextval/i.test(fallback)) continue;
      const onUse = (object: NamedObject) => {
        const known = users.get(keyOf(object)) ?? [];
        users.set(keyOf(object), [...known, { table, column: name }]);
      };
      await translated(translatorFor(session, { table, onUse }).expression(fallback));
    }
  }
  return (sequence) => users.get(keyOf(sequence)) ?? [];
}
