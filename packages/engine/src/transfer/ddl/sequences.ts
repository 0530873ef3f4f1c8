import { quoteLiteral } from '../../base/index.ts';
import type { SequenceSpec } from '../../duckdb/index.ts';

/** CREATE SEQUENCE as the source has it, and its position: the next value it gives is the one the source would have given. */
export function sequenceStatements(sequence: SequenceSpec, quoted: string): string[] {
  const { increment, min, max, start, cycle, last, comment } = sequence;
  const create = `CREATE SEQUENCE ${quoted} INCREMENT BY ${increment} MINVALUE ${min} MAXVALUE ${max} START WITH ${start}${cycle ? ' CYCLE' : ''}`;
  const position = last === null ? [] : [`SELECT setval(${quoteLiteral(quoted)}, ${last}, true)`];
  const remark = comment === null ? [] : [`COMMENT ON SEQUENCE ${quoted} IS ${quoteLiteral(comment)}`];
  return [create, ...position, ...remark];
}
