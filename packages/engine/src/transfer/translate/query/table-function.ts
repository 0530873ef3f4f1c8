import { elementOf } from '../functions/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { type Typed, cast, familyOf, types } from '../write/index.ts';

/** A function behind FROM that gives rows of one column. @throws UntranslatableError for one that is not on the list */
export function tableFunction(called: string, args: readonly Typed[]): Typed {
  const [first, second, third] = args;
  if (called === 'unnest' && first && args.length === 1)
    return { sql: `unnest(${first.sql})`, type: elementOf(first.type) };
  if (called !== 'range' && called !== 'generate_series') throw new UntranslatableError(`table function ${called}`);
  if (first && args.every(({ type }) => familyOf(type) === 'integer'))
    return numbers(called, second ? args : [{ ...first, sql: '0' }, first]);
  const moments =
    first && second && third && ['date', 'timestamp'].includes(familyOf(first.type)) && third.type.id === 'INTERVAL';
  if (called !== 'generate_series' || !moments)
    throw new UntranslatableError(`${called} of ${first?.type.text ?? 'nothing'}`);
  const [from, to] = [cast(first, types.timestamp), cast(second, types.timestamp)];
  return { sql: `generate_series(${from}, ${to}, ${third.sql})`, type: types.timestamp };
}

/** `range` leaves its end out. */
function numbers(called: string, [from, to, step]: readonly Typed[]): Typed {
  const bigint = (value: Typed | undefined) => (value ? cast({ ...value, type: types.integer }, types.bigint) : '');
  const by = step?.constant === undefined ? 1 : Number(step.constant);
  if (step && (step.constant === undefined || by === 0))
    throw new UntranslatableError(`${called} with a step that is no constant`);
  const end = called === 'range' ? `${bigint(to)} ${by > 0 ? '- 1' : '+ 1'}` : bigint(to);
  return { sql: `generate_series(${bigint(from)}, ${end}${step ? `, ${bigint(step)}` : ''})`, type: types.bigint };
}
