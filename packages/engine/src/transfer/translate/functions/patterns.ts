import { quoteLiteral } from '../../../base/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { readRegularExpression, type RegularExpression } from './regular-expression.ts';
import { inCase } from './text.ts';
import { argument, constantArgument, takes, textArgument, type Call, type Writer } from './writer.ts';

/** DuckDB's LIKE has no escape character unless one is given. */
const like =
  (word: 'LIKE' | 'NOT LIKE', ignoreCase: boolean): Writer =>
  (call) => {
    takes(call, 2, 3);
    const side = (index: number) =>
      ignoreCase ? inCase(call, 'lower', textArgument(call, index)) : textArgument(call, index);
    const escape = call.args.length === 3 ? constantArgument(call, 2) : '';
    if (ignoreCase && escape !== '') throw new UntranslatableError('ILIKE with ESCAPE');
    return `((${side(0)}) ${word} (${side(1)}) ESCAPE ${quoteLiteral(escape)})`;
  };

function pattern(call: Call): RegularExpression {
  return readRegularExpression(constantArgument(call, 1));
}

/** Options that a call may have: only those with which the pattern means what it means without. */
function options(call: Call, index: number, known: readonly string[]): string {
  const given = call.args.length > index ? constantArgument(call, index) : '';
  if (!known.includes(given)) throw new UntranslatableError(`${call.name} with the option '${given}'`);
  return given;
}

const matches: Writer = (call) => {
  takes(call, 2, 3);
  options(call, 2, ['', 'c']);
  return `(${textArgument(call, 0)} COLLATE "C" ~ ${quoteLiteral(pattern(call).postgres)})`;
};

const matchesWhole: Writer = (call) => {
  takes(call, 2, 3);
  options(call, 2, ['', 'c']);
  return `(${textArgument(call, 0)} COLLATE "C" ~ ${quoteLiteral(`^(?:${pattern(call).postgres})$`)})`;
};

/** Which of several possible matches is taken can be seen here. */
function assertOneMatch(call: Call, { ambiguous }: RegularExpression): void {
  if (ambiguous) throw new UntranslatableError(`${call.name} with the pattern '${constantArgument(call, 1)}'`);
}

/** Nothing found gives an empty text. */
const extract: Writer = (call) => {
  takes(call, 2, 3);
  const expression = pattern(call);
  assertOneMatch(call, expression);
  const group = call.args.length === 3 ? Number(constantArgument(call, 2)) : 0;
  if (group > expression.groups) throw new UntranslatableError(`${call.name} of group ${group}`);
  const wrapped = group === 0 ? `(${expression.postgres})` : expression.postgres;
  const found = `coalesce((regexp_match(${textArgument(call, 0)} COLLATE "C", ${quoteLiteral(wrapped)}))[${Math.max(group, 1)}], '')`;
  return `CASE WHEN ${textArgument(call, 0)} IS NOT NULL THEN ${found} END`;
};

/** The first match only, unless the option `g` asks for all. */
const replace: Writer = (call) => {
  takes(call, 3, 4);
  const expression = pattern(call);
  assertOneMatch(call, expression);
  const replacement = constantArgument(call, 2);
  if (!/^([^\\]|\\[0-9])*$/.test(replacement)) throw new UntranslatableError(`${call.name} by '${replacement}'`);
  const flag = options(call, 3, ['', 'g', 'c']) === 'g' ? 'g' : '';
  // PostgreSQL writes \& for the whole match.
  const by = quoteLiteral(replacement.replaceAll('\\0', '\\&'));
  return `regexp_replace(${argument(call, 0).sql} COLLATE "C", ${quoteLiteral(expression.postgres)}, ${by}, '${flag}')`;
};

export const patternFunctions: Readonly<Record<string, Writer>> = {
  '~~': like('LIKE', false),
  '!~~': like('NOT LIKE', false),
  '~~*': like('LIKE', true),
  '!~~*': like('NOT LIKE', true),
  like_escape: like('LIKE', false),
  not_like_escape: like('NOT LIKE', false),
  regexp_matches: matches,
  regexp_full_match: matchesWhole,
  regexp_extract: extract,
  regexp_replace: replace,
};
