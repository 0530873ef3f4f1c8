import { feeds, type FeedSpec, type FieldSpec, type FieldType } from '@fluxion/engine/sources';
import { table } from './table.ts';

/** docs/feeds.md: every kind of feed with its fields. */
export function feedsPage(): string {
  return `# The feeds and their fields

Written by \`npm run docs\` from \`packages/engine/src/sources/feeds\`; a test holds it current. How files are loaded is in
[load.md](load.md).

A column is found under the field's own name, else under one of the others, without regard to case, accents, spaces, dots and
underscores. What is needed may also be a constant, a default, or known of the whole file (\`--store\`, \`--date\`).

${Object.values(feeds).map(section).join('\n\n')}
`;
}

function section(feed: FeedSpec): string {
  const { name, summary, unit, fields, oneOfEach, totals, lineKey } = feed;
  const groups = oneOfEach.map((group) => group.map(code).join(' or '));
  const sentences = [
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    unit === 'store-day'
      ? "A store's day is replaced whole."
      : 'Each row takes the place of the one with its key; other rows stay.',
    ...(groups.length === 0 ? [] : [`Needed besides the fields marked so: ${groups.join('; ')}.`]),
    ...(totals.length === 0 ? [] : [`Checked sums: ${totals.map(code).join(', ')}.`]),
    ...(lineKey === undefined
      ? []
      : [
          `Lines that are the same in everything, with the same ${lineKey.map(code).join(', ')}, are one line that was sent twice.`,
        ]),
  ];
  const rows = fields.map((field) => [
    code(field.name),
    typeText(field),
    needText(field),
    (field.aliases ?? []).map(code).join(', '),
  ]);
  return `## ${name}\n\n${sentences.join('\n')}\n\n${table(['field', 'what it is', 'needed', 'also found as'], rows)}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function needText({ required, product }: FieldSpec): string {
  if (required !== true) return '';
  return product === undefined ? 'yes' : `yes, or ${product.map(code).join(' x ')}`;
}

function typeText({ type, oneOf, minimum }: FieldSpec): string {
  const limits = [
    ...(oneOf === undefined ? [] : [`one of ${oneOf.join(', ')}`]),
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
  ];
  return [kindText(type), ...limits].join('; ');
}

function kindText(type: FieldType): string {
  if (type.kind === 'text') return type.maxLength === undefined ? 'text' : `text of at most ${type.maxLength}`;
  if (type.kind === 'decimal') return `number: ${type.precision - type.scale} digits, ${type.scale} decimals`;
  return { integer: 'whole number', boolean: 'yes or no', date: 'day', instant: 'moment', time: 'time of day' }[
    type.kind
  ];
}
