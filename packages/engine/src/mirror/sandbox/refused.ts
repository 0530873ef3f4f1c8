import { FluxionError } from '../../base/index.ts';

/** Why a statement is not run, or gave no rows; `value` names what of it. */
export type SqlFault =
  /** It has more characters, or is more deeply nested, than is read. */
  | 'too large'
  /** What it stands for grows beyond what is planned: names that repeat expressions, stars of stars. */
  | 'too complex'
  /** A character that is not taken outside of quotes. */
  | 'character'
  | 'unfinished'
  /** Not exactly one SELECT. */
  | 'not a select'
  /** DuckDB's parser does not understand it; `value` is what it says. */
  | 'syntax'
  /** A part of the language that is not taken. */
  | 'construct'
  | 'function'
  | 'table'
  /** A name that means no column: a table's, or a value of the session. */
  | 'column'
  | 'type'
  /** An argument that must be a short constant. */
  | 'argument'
  /** A number of more digits than are carried; it can be cast from a text. */
  | 'number'
  /** DuckDB does not run it; `value` is what it says. */
  | 'failed'
  /** More memory than the copy may take. */
  | 'memory';

/** A statement that is not run as it is. */
export class SqlRefused extends FluxionError {
  readonly fault: SqlFault;
  readonly value: string;
  /** Where, in UTF-16 units from the beginning of the text, if that is known. */
  readonly position: number | undefined;

  constructor(fault: SqlFault, value: string, position?: number) {
    super('SQL_REFUSED', `${fault}: ${value}`);
    this.name = 'SqlRefused';
    this.fault = fault;
    this.value = value;
    this.position = position;
  }
}
