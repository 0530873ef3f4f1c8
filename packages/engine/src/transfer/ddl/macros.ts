import { quoteIdentifier, quoteQualified } from '../../base/index.ts';
import type { MacroForm, MacroSpec } from '../../duckdb/index.ts';
import type { ObjectReport } from '../report.ts';
import type { DdlContext } from './context.ts';
import { sourceName } from './object-report.ts';

/** What becomes of the macros, once it is known what else is carried across: PostgreSQL has none, so they are written out where they are used. */
export function macroReports(
  { session: { catalog }, created }: DdlContext,
  reports: readonly ObjectReport[],
): ObjectReport[] {
  const refused = new Set(
    reports.filter(({ kind, outcome }) => kind === 'view' && outcome === 'refused').map(({ name }) => name),
  );
  const texts = [
    ...catalog.views.filter((view) => !refused.has(sourceName(view))).map(({ sql }) => sql),
    ...catalog.indexes.flatMap(({ expressions }) => expressions),
    ...created.flatMap(({ source }) => [
      ...source.checks,
      ...source.columns.flatMap(({ default: fallback, generated }) => [fallback ?? '', generated ?? '']),
    ]),
  ];
  const used = new Set<MacroSpec>();
  const use = (text: string) => {
    for (const macro of catalog.macros) {
      if (used.has(macro) || !calls(text, macro.name)) continue;
      used.add(macro);
      for (const { definition } of formsOf(macro)) use(definition);
    }
  };
  texts.forEach(use);
  return catalog.macros.map((macro) => {
    const own = { kind: 'macro', name: sourceName(macro) } as const;
    if (used.has(macro)) return { ...own, outcome: 'changed', reason: 'written out in place in what uses it' };
    const reason = 'nothing in PostgreSQL stands for a macro that no view uses';
    return { ...own, outcome: 'refused', reason, definition: definitionOf(macro) };
  });
}

function formsOf(macro: MacroSpec): readonly MacroForm[] {
  return [macro, ...(macro.overloads ?? [])];
}

/** Whether DuckDB's text of an expression or a query calls a function of that name, in whatever case; what stands in string literals is no call. */
function calls(text: string, name: string): boolean {
  const parts = text.toLowerCase().match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[^'"]+/g) ?? [];
  const code = parts.filter((part) => !part.startsWith("'")).join('');
  const written = [name, quoteIdentifier(name)].map((one) => `${one.toLowerCase()}(`);
  return written.some((call) => {
    for (let at = code.indexOf(call); at >= 0; at = code.indexOf(call, at + 1))
      if (call.startsWith('"') || !/[\w"]/.test(code[at - 1] ?? '')) return true;
    return false;
  });
}

function definitionOf(macro: MacroSpec): string {
  const forms = formsOf(macro).map(({ parameters, defaults = {}, definition }) => {
    const list = parameters.map((parameter) => {
      const fallback = defaults[parameter];
      return quoteIdentifier(parameter) + (fallback === undefined ? '' : ` := ${fallback}`);
    });
    return `(${list.join(', ')}) AS ${macro.table ? 'TABLE ' : ''}${definition}`;
  });
  return `CREATE MACRO ${quoteQualified(macro.schema, macro.name)}${forms.join(', ')}`;
}
