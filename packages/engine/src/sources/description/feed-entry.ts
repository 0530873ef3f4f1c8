import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { feedEntrySchema, type FeedEntry } from './feed-file-schema.ts';
import { didYouMean, type Fail } from './problems.ts';

const validator = Compile(feedEntrySchema);

/**
 * Takes a value for a description as feed.json writes it, if it is one.
 * @throws what `fail` makes of the first thing that is wrong
 */
export function checkedEntry(value: unknown, fail: Fail): FeedEntry {
  if (validator.Check(value)) return value;
  const [error] = validator.Errors(value);
  const path = pathOf(error?.instancePath ?? '');
  // A key that may not be there has no schema, which the validator says as one that is `false`.
  if (error?.keyword === 'boolean') throw unknownKey(path, fail);
  throw fail(path.join('.'), `must be ${mustBe(path)}`);
}

function unknownKey(path: readonly string[], fail: Fail): Error {
  const key = path.at(-1) ?? '';
  const known = Object.keys(propertiesOf(schemaAt(path.slice(0, -1))));
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

function schemaAt(path: readonly string[]): SchemaParts {
  return path.reduce<SchemaParts>(below, feedEntrySchema);
}

function propertiesOf(schema: SchemaParts): Readonly<Record<string, TSchema>> {
  return schema.properties ?? {};
}

function mustBe(path: readonly string[]): string {
  return schemaAt(path).description ?? 'otherwise';
}
