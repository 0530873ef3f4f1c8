import { decimalText } from '@fluxion/engine/base';
import type { DeliveryReport, Understanding } from '@fluxion/engine/ingest';
import { feeds } from '@fluxion/engine/sources';
import { grid, lineWidth, nameLines, plural, visible } from '../../output/index.ts';

/** Of more kinds of files nobody reads. */
const mostKinds = 10;
const widestCell = 24;

/** How deliveries are understood: those that are understood alike together, with the first rows of the first one. */
export function understandingLines(reports: readonly DeliveryReport[]): string[] {
  const kinds = new Map<string, { readonly understanding: Understanding; readonly names: string[] }>();
  for (const { name, understanding } of reports) {
    if (understanding === null) continue;
    const { feed, recognised, fields, unused } = understanding;
    const key = JSON.stringify([feed, recognised, Object.keys(fields), unused]);
    const kind = kinds.get(key) ?? { understanding, names: [] };
    kind.names.push(name);
    kinds.set(key, kind);
  }
  return [...kinds.values()]
    .slice(0, mostKinds)
    .flatMap(({ understanding, names }) => ['', ...kindLines(understanding, names)]);
}

function kindLines({ feed, recognised, fields, unused, sample }: Understanding, names: readonly string[]): string[] {
  const [first = ''] = names;
  const others = names.length === 1 ? '' : `, and ${plural(names.length - 1, 'file')} alike`;
  const known = Object.entries(recognised).map(([what, value]) => `${what} ${shown(value)}`);
  return [
    `${visible(first)}${others}: ${feed}`,
    ...labelled('read as', nameLines(known, lineWidth - 12)),
    ...labelled(
      'fields',
      grid(
        Object.entries(fields).map(([field, origin]) => [field, visible(origin)]),
        ['left', 'left'],
      ),
    ),
    ...labelled('not taken', nameLines(unused.map(visible), lineWidth - 12)),
    ...labelled('first rows', table(feed, sample)),
  ];
}

/** Lines with a word in front of the first. */
function labelled(word: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `  ${(index === 0 ? word : '').padEnd(10)}  ${line}`);
}

/** A separator as a person sees it: the tab as a word. */
function shown(value: string): string {
  if (value === '\t') return 'tab';
  return /^[^\p{L}\p{N}"]$/u.test(value) ? `"${visible(value)}"` : visible(value);
}

function table(feed: Understanding['feed'], rows: Understanding['sample']): string[] {
  const titles = Object.keys(rows[0] ?? {});
  const decimals = new Set(feeds[feed].fields.flatMap(({ name, type }) => (type.kind === 'decimal' ? [name] : [])));
  const cells = rows.map((row) => titles.map((title) => cell(row[title] ?? null, decimals.has(title))));
  const align = titles.map((title) => (decimals.has(title) ? ('right' as const) : ('left' as const)));
  return titles.length === 0 ? [] : grid([titles, ...cells], align);
}

function cell(value: string | null, isDecimal: boolean): string {
  if (value === null) return '-';
  const text = isDecimal ? decimalText(value) : visible(value);
  return text.length <= widestCell ? text : `${text.slice(0, widestCell - 3)}...`;
}
