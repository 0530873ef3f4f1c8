import { quoteLiteral } from '../../../base/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { cast } from '../write/cast.ts';
import { types, type Typed } from '../write/typed.ts';
import {
  argument,
  assertFamily,
  bigint,
  constantArgument,
  integerArgument,
  takes,
  textArgument,
  type Call,
  type Writer,
} from './writer.ts';

/** A function of texts alone, which PostgreSQL has under `name` with the same arguments. */
const ofTexts =
  (name: string, ...counts: number[]): Writer =>
  (call) => {
    takes(call, ...counts);
    return `${name}(${call.args.map((_, index) => textArgument(call, index)).join(', ')})`;
  };

/** As `ofTexts`, of a text and a whole number. */
const ofTextAndNumber =
  (name: string): Writer =>
  (call) => {
    takes(call, 2);
    return `${name}(${textArgument(call, 0)}, ${integerArgument(call, 1)})`;
  };

const length: Writer = (call) => {
  takes(call, 1);
  const value = argument(call, 0);
  if (value.type.id === 'LIST') return bigint(`cardinality(${value.sql})`);
  return bigint(`char_length(${textArgument(call, 0)})`);
};

/**
 * Letters are mapped one by one, by DuckDB's own table of them: PostgreSQL's functions follow the database's locale. A text
 * of ASCII alone, as most are, takes the short way.
 */
export function inCase(call: Call, direction: 'lower' | 'upper', sql: string): string {
  const { from, to } = call.alphabet[direction];
  return `CASE WHEN octet_length(${sql}) = char_length(${sql}) THEN ${direction}(${sql} COLLATE "C") ELSE translate(${sql}, ${quoteLiteral(from)}, ${quoteLiteral(to)}) END`;
}

const changeCase =
  (direction: 'lower' | 'upper'): Writer =>
  (call) => {
    takes(call, 1);
    return inCase(call, direction, textArgument(call, 0));
  };

/** DuckDB takes away every Unicode space. */
const trim =
  (name: string): Writer =>
  (call) => {
    takes(call, 1, 2);
    const characters = call.args.length === 2 ? textArgument(call, 1) : quoteLiteral(call.alphabet.spaces);
    return `${name}(${textArgument(call, 0)}, ${characters})`;
  };

const asText = (typed: Typed) => cast(typed, types.text);

/** NULL if one of them is; PostgreSQL would take it for an empty one. */
function joinLists(call: Call): string {
  const parts = call.args.map((arg) => cast(arg, call.result));
  return `CASE WHEN ${parts.map((part) => `${part} IS NOT NULL`).join(' AND ')} THEN ${parts.join(' || ')} END`;
}

const join: Writer = (call) => {
  if (call.result.id === 'LIST') return joinLists(call);
  if (call.result.id !== 'VARCHAR')
    throw new UntranslatableError(`|| of ${call.args.map(({ type }) => type.text).join(' and ')}`);
  return `(${call.args.map(asText).join(' || ')})`;
};

const concat: Writer = (call) => {
  if (call.result.id !== 'VARCHAR') throw new UntranslatableError('concat of lists');
  return `concat(${call.args.map(asText).join(', ')})`;
};

const concatWithSeparator: Writer = (call) => {
  const [separator, ...rest] = call.args;
  if (!separator || rest.some(({ type }) => type.id === 'LIST')) throw new UntranslatableError('concat_ws of lists');
  return `concat_ws(${[separator, ...rest].map(asText).join(', ')})`;
};

/** DuckDB counts from the end for a negative start, and backwards for a negative length. */
const substring: Writer = (call) => {
  takes(call, 2, 3);
  const value = textArgument(call, 0);
  const start = integerArgument(call, 1);
  const first = argument(call, 1).constant;
  const count = call.args.length === 3 ? integerArgument(call, 2) : undefined;
  const known = call.args[2]?.constant;
  const forward = count === undefined || (known !== undefined && Number(known) >= 0);
  const tail = count === undefined ? '' : `, ${count}`;
  const fromStart = `substr(${value}, ${start}${tail})`;
  const fromEnd = count === undefined ? `right(${value}, - ${start})` : `substr(right(${value}, - ${start}), 1${tail})`;
  if (forward && first !== undefined) return Number(first) >= 0 ? fromStart : fromEnd;
  if (forward) return `CASE WHEN ${start} < 0 THEN ${fromEnd} ELSE ${fromStart} END`;
  if (first !== undefined && Number(first) > 0)
    return `CASE WHEN ${count} < 0 THEN right(left(${value}, ${start} - 1), - ${count}) ELSE ${fromStart} END`;
  throw new UntranslatableError(`${call.name} whose start and length are both no constants`);
};

const pad =
  (name: string): Writer =>
  (call) => {
    takes(call, 3);
    return `${name}(${textArgument(call, 0)}, ${integerArgument(call, 1)}, ${textArgument(call, 2)})`;
  };

const position: Writer = (call) => {
  takes(call, 2);
  return bigint(`strpos(${textArgument(call, 0)}, ${textArgument(call, 1)})`);
};

const endsWith: Writer = (call) => {
  const [value, end] = [textArgument(call, 0), textArgument(call, 1)];
  return `(right(${value}, char_length(${end})) = ${end})`;
};

const splitPart: Writer = (call) => {
  takes(call, 3);
  const [separator, place] = [constantArgument(call, 1), constantArgument(call, 2)];
  if (separator === '' || Number(place) < 1)
    throw new UntranslatableError(`split_part at '${separator}', part ${place}`);
  return `split_part(${textArgument(call, 0)}, ${textArgument(call, 1)}, ${place})`;
};

const split: Writer = (call) => {
  takes(call, 2);
  if (constantArgument(call, 1) === '') throw new UntranslatableError(`${call.name} into characters`);
  const value = textArgument(call, 0);
  return `CASE WHEN ${value} = '' THEN ARRAY[''] ELSE string_to_array(${value}, ${textArgument(call, 1)}) END`;
};

const contains: Writer = (call) => {
  takes(call, 2);
  const value = argument(call, 0);
  assertFamily(call, value, 'text', 'enum');
  return `(strpos(${textArgument(call, 0)}, ${textArgument(call, 1)}) > 0)`;
};

export const textFunctions: Readonly<Record<string, Writer>> = {
  length,
  len: length,
  char_length: length,
  character_length: length,
  strlen: (call) => bigint(`octet_length(${textArgument(call, 0)})`),
  lower: changeCase('lower'),
  lcase: changeCase('lower'),
  upper: changeCase('upper'),
  ucase: changeCase('upper'),
  trim: trim('btrim'),
  ltrim: trim('ltrim'),
  rtrim: trim('rtrim'),
  '||': join,
  concat,
  concat_ws: concatWithSeparator,
  substr: substring,
  substring,
  left: ofTextAndNumber('left'),
  right: ofTextAndNumber('right'),
  replace: ofTexts('replace', 3),
  translate: ofTexts('translate', 3),
  lpad: pad('lpad'),
  rpad: pad('rpad'),
  repeat: ofTextAndNumber('repeat'),
  instr: position,
  position,
  strpos: position,
  contains,
  starts_with: ofTexts('starts_with', 2),
  prefix: ofTexts('starts_with', 2),
  ends_with: endsWith,
  suffix: endsWith,
  split_part: splitPart,
  string_split: split,
  str_split: split,
  string_to_array: split,
  split,
  ascii: ofTexts('ascii', 1),
  md5: ofTexts('md5', 1),
  sha256: (call) => `encode(sha256(convert_to(${textArgument(call, 0)}, 'UTF8')), 'hex')`,
};
