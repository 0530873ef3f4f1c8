import { DatabaseError } from 'pg';
import { FluxionError, messageOf } from '../../../base/index.ts';

/** The file is not of this database's past, or lacks changes whose notes are gone: all of it must be built anew. */
export class OtherPast extends Error {}

/** A table was truncated, rewritten or altered while it was copied, which an old snapshot does not protect from: do it again. */
export class Moved extends Error {}

/** A table that cannot be brought across, for example because DuckDB's type cannot hold a value. The others can. */
export class TableFailure extends Error {
  readonly tableId: number;

  constructor(tableId: number, cause: unknown) {
    super(messageOf(cause), { cause });
    this.tableId = tableId;
  }
}

/** SQLSTATEs of a table or a column that is not there any longer, and of a deadlock with whoever alters several tables. */
const movedStates = new Set(['42P01', '42703', '3F000', '40P01']);
/** What DuckDB says of values and statements; of its memory, its file or its end it speaks otherwise. */
const aboutRows =
  /^(?:Conversion|Out of Range|Invalid Input|Invalid|Constraint|Binder|Catalog|Parser|Mismatch Type) Error/i;

/** What an error says while a table is copied: whether this table is the reason, or it has moved, or everything is. */
export function outcomeOf(tableId: number, error: unknown): unknown {
  if (error instanceof DatabaseError) {
    if (movedStates.has(error.code ?? '')) return new Moved(error.message);
    return error.code === '42501' ? new TableFailure(tableId, error) : error;
  }
  const isOfRows = error instanceof FluxionError || (error instanceof Error && aboutRows.test(error.message));
  return isOfRows ? new TableFailure(tableId, error) : error;
}
