import { quoteIdentifier } from '../../base/index.ts';
import type { DuckField, DuckType } from '../../catalog/index.ts';
import { partOf } from './sql-text.ts';

/** The same type with a LIST for every ARRAY in it: DuckDB has no CASE whose result holds an ARRAY. */
export function withoutArrays(type: DuckType): DuckType {
  switch (type.id) {
    case 'LIST':
    case 'ARRAY': {
      const element = withoutArrays(partOf(type.element));
      return { id: 'LIST', text: `${element.text}[]`, element };
    }
    case 'MAP': {
      const key = withoutArrays(partOf(type.key));
      const value = withoutArrays(partOf(type.value));
      return { id: 'MAP', text: `MAP(${key.text}, ${value.text})`, key, value };
    }
    case 'STRUCT':
    case 'UNION': {
      const fields = (type.fields ?? []).map((field) => ({ ...field, type: withoutArrays(field.type) }));
      return { id: type.id, text: `${type.id}(${fields.map(fieldText).join(', ')})`, fields };
    }
    default:
      return type;
  }
}

function fieldText({ name, type }: DuckField): string {
  return name === '' ? type.text : `${quoteIdentifier(name)} ${type.text}`;
}
