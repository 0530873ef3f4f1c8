import type { Static, TObject, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { feedEntrySchema, type FeedEntry } from './feed-file-schema.ts';
import { didYouMean, type Fail } from './problems.ts';

/**
 * Makes a check of values against a schema whose parts say in their `description` what they must be. The check throws what
 * its `fail` makes of the first thing that is wrong.
 */
export function checkerOf<Schema extends TObject>(schema: Schema): (value: unknown, fail: Fail) => Static<Schema> {
  return (value, fail) => {
    if (Value.Check(schema, value)) return value;
    const [error] = Value.Errors(schema, value);
    const path = pathOf(error?.instancePath ?? '');
    // A key that may not be there has no schema, which the validator says as one that is `false`.
    if (error?.keyword === 'boolean') throw unknownKey(schema, path, fail);
    const missing = error?.keyword === 'required' ? error.params.requiredProperties[0] : undefined;
    if (missing !== undefined) throw fail([...path, missing].join('.'), 'is missing');
    throw fail(path.join('.'), `must be ${schemaAt(schema, path).description ?? 'otherwise'}`);
  };
}

/** Takes a value for a description as feed.json writes it, if it is one. */
export const checkedEntry: (value: unknown, fail: Fail) => FeedEntry = checkerOf(feedEntrySchema);

function unknownKey(schema: TObject, path: readonly string[], fail: Fail): Error {
  const key = path.at(-1) ?? '';
  const known = Object.keys(propertiesOf(schemaAt(schema, path.slice(0, -1))));
  return fail(path.join('.'), `is not known${didYouMean(key, known) || `: there are ${known.join(', ')}`}`);
}

/** The segments of a JSON pointer. */
function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

interface SchemaParts {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
}

function below(schema: SchemaParts, segment: string): SchemaParts {
  return (
    schema.properties?.[segment] ?? Object.values(schema.patternProperties ?? {})[0] ?? schema.items ?? ({} as TSchema)
  );
}

function schemaAt(schema: TObject, path: readonly string[]): SchemaParts {
  return path.reduce<SchemaParts>(below, schema);
}

function propertiesOf(schema: SchemaParts): Readonly<Record<string, TSchema>> {
  return schema.properties ?? {};
}
