import { UntranslatableError } from '../syntax-tree.ts';
import { arithmeticFunctions } from './arithmetic.ts';
import { conditionalFunctions } from './conditional.ts';
import { dateFunctions } from './dates.ts';
import { listFunctions } from './lists.ts';
import { patternFunctions } from './patterns.ts';
import { textFunctions } from './text.ts';
import type { Call, Writer } from './writer.ts';

export { isAggregate, writeAggregate, type Gathering } from './aggregates.ts';
export { elementOf } from './lists.ts';
export { nestedExtract, structField } from './nested.ts';
export type { Alphabet, Call } from './writer.ts';

/** DuckDB's functions that PostgreSQL computes to the same result. What is not here is refused. */
const scalars: Readonly<Record<string, Writer>> = {
  ...arithmeticFunctions,
  ...conditionalFunctions,
  ...dateFunctions,
  ...listFunctions,
  ...patternFunctions,
  ...textFunctions,
  now: () => 'CURRENT_TIMESTAMP',
  get_current_timestamp: () => 'CURRENT_TIMESTAMP',
  transaction_timestamp: () => 'CURRENT_TIMESTAMP',
  today: () => 'CURRENT_DATE',
  current_date: () => 'CURRENT_DATE',
};

/** PostgreSQL's SQL of a call of a scalar function. @throws UntranslatableError for one that is not on the list */
export function writeScalar(call: Call): string {
  const writer = Object.hasOwn(scalars, call.name) ? scalars[call.name] : undefined;
  if (!writer) throw new UntranslatableError(`function ${call.name}`);
  return writer(call);
}
