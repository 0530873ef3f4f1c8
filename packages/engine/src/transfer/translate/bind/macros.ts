import type { MacroForm, MacroSpec } from '../../../duckdb/index.ts';
import { isNode, nodes, parseSelect, text, texts, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import type { Translation } from './translation.ts';

/** The form of a macro that a call means; undefined: the call is no macro's. */
export function macroOf(call: SyntaxNode, table: boolean, { macros }: Translation): MacroForm | undefined {
  const called = text(call, 'function_name').toLowerCase();
  const schema = text(call, 'schema').toLowerCase();
  const all = macros.filter(
    (macro) =>
      macro.table === table &&
      macro.name.toLowerCase() === called &&
      (schema === '' || schema === macro.schema.toLowerCase()),
  );
  const count = nodes(call, 'children').length;
  const forms = all.flatMap((macro: MacroSpec): MacroForm[] => [macro, ...(macro.overloads ?? [])]);
  const required = ({ parameters, defaults }: MacroForm) =>
    parameters.filter((parameter) => defaults?.[parameter] === undefined).length;
  if (forms.length === 0) return undefined;
  const form = forms.find((known) => count <= known.parameters.length && count >= required(known));
  if (!form) throw new UntranslatableError(`the macro ${called} with ${count} arguments`);
  return form;
}

/** The macro's definition with the call's arguments in the place of its parameters: an expression, or a table macro's SELECT. */
export async function expandMacro(
  call: SyntaxNode,
  form: MacroForm,
  table: boolean,
  { duck }: Translation,
): Promise<SyntaxNode> {
  const called = text(call, 'function_name');
  const parse = async (sql: string) => {
    const select = await parseSelect(duck, sql);
    if (!select) throw new UntranslatableError(`the macro ${called}`);
    return select;
  };
  const expression = async (sql: string) => {
    const [item] = nodes(await parse(`SELECT ${sql}`), 'select_list');
    if (!item) throw new UntranslatableError(`the macro ${called}`);
    return item;
  };
  const given = new Map<string, SyntaxNode>();
  for (const [parameter, sql] of Object.entries(form.defaults ?? {}))
    given.set(parameter.toLowerCase(), await expression(sql));
  for (const [index, argument] of nodes(call, 'children').entries()) {
    const label = text(argument, 'alias').toLowerCase();
    const named = form.parameters.some((parameter) => parameter.toLowerCase() === label);
    given.set(named ? label : (form.parameters[index] ?? '').toLowerCase(), argument);
  }
  const definition = table ? await parse(form.definition) : await expression(form.definition);
  return replaceParameters(definition, given);
}

function replaceParameters(of: SyntaxNode, given: ReadonlyMap<string, SyntaxNode>): SyntaxNode {
  const [parameter, ...rest] = texts(of, 'column_names');
  const argument =
    text(of, 'class') === 'COLUMN_REF' && rest.length === 0 && parameter !== undefined
      ? given.get(parameter.toLowerCase())
      : undefined;
  // The very node: what is known of it is kept by its identity.
  if (argument) return argument;
  const replaced = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replaced);
    return isNode(value) ? replaceParameters(value, given) : value;
  };
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, replaced(value)]));
}
