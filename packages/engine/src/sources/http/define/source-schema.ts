import { Type, type Static } from 'typebox';
import { feedEntrySchema } from '../../description/feed-file-schema.ts';
import { feedNames } from '../../feeds/feed-spec.ts';

const text = Type.String({ minLength: 1, description: 'a text in quotes that is not empty' });
const count = (minimum: number, maximum: number) =>
  Type.Integer({ minimum, maximum, description: `a whole number from ${minimum} to ${maximum}` });

function oneOf<Texts extends string[]>(...texts: readonly [...Texts]) {
  return Type.Enum(texts, { description: texts.map((value) => `"${value}"`).join(' or ') });
}

const pages = Type.Object(
  {
    by: oneOf('none', 'number', 'offset', 'cursor', 'link', 'next'),
    from: Type.Optional(count(0, 1_000_000)),
    size: Type.Optional(count(1, 1_000_000)),
    at: Type.Optional(text),
  },
  { additionalProperties: false, description: 'an object with "by"' },
);

const schedule = Type.Object(
  {
    everyMinutes: Type.Optional(count(5, 1440)),
    dailyAt: Type.Optional(
      Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'a time of the day as HH:MM' }),
    ),
  },
  { additionalProperties: false, description: 'an object' },
);

const limits = Type.Object(
  {
    connectSeconds: Type.Optional(count(1, 120)),
    firstByteSeconds: Type.Optional(count(1, 3600)),
    idleSeconds: Type.Optional(count(1, 3600)),
    totalSeconds: Type.Optional(count(1, 86_400)),
    megabytes: Type.Optional(count(1, 100_000)),
    pages: Type.Optional(count(1, 1_000_000)),
    attempts: Type.Optional(count(1, 20)),
  },
  { additionalProperties: false, description: 'an object' },
);

const { columns, constants, defaults, formats, timezone, encoding, delimiter, quote, header, rows, partial } =
  feedEntrySchema.properties;

/** How a till's API is asked for a store's day, and, with entries of feed.json, how its answer is understood. */
export const sourceSchema = Type.Object(
  {
    feed: Type.String({ description: `one of ${feedNames.join(', ')}` }),
    url: text,
    method: Type.Optional(oneOf('GET', 'POST')),
    headers: Type.Optional(
      Type.Record(Type.String(), Type.String({ description: 'a text in quotes' }), {
        description: 'an object of header names and their texts',
      }),
    ),
    body: Type.Optional(text),
    pages: Type.Optional(pages),
    stores: Type.Optional(
      Type.Union([Type.Array(text, { minItems: 1 }), Type.Record(Type.String({ minLength: 1 }), text)], {
        description: 'a list of stores, or an object of stores and the text that {store} is for each',
      }),
    ),
    storeAs: Type.Optional(oneOf('id', 'codigo')),
    schedule: Type.Optional(schedule),
    limits: Type.Optional(limits),
    format: Type.Optional(oneOf('json', 'ndjson', 'csv')),
    rows,
    columns,
    constants,
    defaults,
    formats,
    timezone,
    encoding,
    delimiter,
    quote,
    header,
    partial,
  },
  { additionalProperties: false, description: 'an object' },
);

/** A source as its author writes it, and as `fuentes.definicion` keeps it. */
export type SourceEntry = Static<typeof sourceSchema>;
