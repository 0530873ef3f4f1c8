import { Type, type Static } from 'typebox';
import { feedNames } from '../feeds/feed-spec.ts';

/** What a value must be, for the sentence that refuses another: `must be ${description}`. */
const text = Type.String({ minLength: 1, description: 'a text in quotes that is not empty' });
const yesOrNo = Type.Boolean({ description: 'true or false' });

function oneOf<Texts extends string[]>(...texts: readonly [...Texts]) {
  return Type.Enum(texts, { description: texts.map((value) => `"${value}"`).join(' or ') });
}

const textsThat = (mean: string) => Type.Array(text, { description: `a list of texts that mean ${mean}` });

const fieldTexts = Type.Record(
  Type.String(),
  Type.Union([Type.String(), Type.Integer(), Type.Boolean()], {
    description: 'a text in quotes, a whole number, or true or false',
  }),
  { description: 'an object of our fields and their texts' },
);

const formats = Type.Object(
  {
    date: Type.Optional(oneOf('D/M/Y', 'M/D/Y', 'Y-M-D')),
    decimal: Type.Optional(oneOf(',', '.')),
    true: Type.Optional(textsThat('yes')),
    false: Type.Optional(textsThat('no')),
    null: Type.Optional(textsThat('no value')),
    excessDecimals: Type.Optional(oneOf('reject', 'round')),
  },
  { additionalProperties: false, description: 'an object' },
);

/** One description in feed.json; all of it is optional. */
export const feedEntrySchema = Type.Object(
  {
    feed: Type.Optional(Type.String({ description: `one of ${feedNames.join(', ')}` })),
    store: Type.Optional(text),
    timezone: Type.Optional(text),
    date: Type.Optional(text),
    columns: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Union([Type.String({ minLength: 1 }), Type.Integer({ minimum: 1 })], {
          description: "the name of the file's column, or its number from 1",
        }),
        { description: 'an object of our fields and their columns' },
      ),
    ),
    constants: Type.Optional(fieldTexts),
    defaults: Type.Optional(fieldTexts),
    formats: Type.Optional(formats),
    encoding: Type.Optional(text),
    delimiter: Type.Optional(text),
    quote: Type.Optional(Type.String({ maxLength: 1, description: 'one character, or "" for none' })),
    header: Type.Optional(yesOrNo),
    sheet: Type.Optional(text),
    rows: Type.Optional(text),
    format: Type.Optional(oneOf('csv', 'ndjson', 'json', 'parquet', 'xlsx')),
    files: Type.Optional(text),
    name: Type.Optional(text),
    parts: Type.Optional(yesOrNo),
    partial: Type.Optional(yesOrNo),
  },
  { additionalProperties: false, description: 'an object' },
);

export type FeedEntry = Static<typeof feedEntrySchema>;
