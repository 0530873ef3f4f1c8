import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import type { FieldSpec, FieldType } from '../../sources/index.ts';
import type { InterpretOptions } from './types.ts';

/** A field of the feed, as this delivery has it. */
export interface Field {
  readonly spec: FieldSpec;
  readonly name: string;
  /** DuckDB's type of its value. */
  readonly type: string;
  /** SQL of its text as it came, over the raw table; undefined: the delivery lacks it. */
  readonly raw: string | undefined;
  /** The text that stands for a missing one. */
  readonly standIn: string | undefined;
  /** True if `raw` is a column of the raw table. */
  readonly isColumn: boolean;
  /** The fields that it is the product of, where the delivery lacks it and has them. */
  readonly product: readonly [string, string] | undefined;
}

export function fieldsOf({ feed, columns, constants, defaults }: InterpretOptions['mapping']): Field[] {
  const has = (name: string) => columns.has(name) || (constants[name] ?? defaults[name]) !== undefined;
  return feed.fields.map((spec) => {
    const { name, product } = spec;
    return {
      spec,
      name,
      type: duckType(spec.type),
      raw: columns.has(name) ? quoteIdentifier(name) : literal(constants[name]),
      standIn: defaults[name],
      isColumn: columns.has(name),
      product: has(name) ? undefined : product?.every(has) === true ? product : undefined,
    };
  });
}

const literal = (text: string | undefined) => (text === undefined ? undefined : quoteLiteral(text));

function duckType(type: FieldType): string {
  switch (type.kind) {
    case 'text':
      return 'VARCHAR';
    case 'decimal':
      return `DECIMAL(${type.precision}, ${type.scale})`;
    case 'integer':
      return 'INTEGER';
    case 'boolean':
      return 'BOOLEAN';
    case 'date':
      return 'DATE';
    case 'instant':
      return 'TIMESTAMPTZ';
    case 'time':
      return 'TIME';
  }
}
