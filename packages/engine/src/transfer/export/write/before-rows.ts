import { messageOf, quoteIdentifier, quoteLiteral, quoteQualified } from '../../../base/index.ts';
import { enumOf } from '../../../bridge/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { fileName, fileSchema } from '../file-plan.ts';
import type { ExportedEnum, ExportedSequence } from '../read/index.ts';
import type { WriteContext } from './context.ts';

/** Makes schemas, types and sequences, which tables need. */
export async function writeBeforeRows(context: WriteContext): Promise<void> {
  const { options, duck, catalog } = context;
  for (const schema of catalog.schemas) {
    if (fileSchema(options, schema) !== 'main') await duck.run(`CREATE SCHEMA ${quoteIdentifier(schema)}`);
  }
  for (const type of catalog.enums) if (isNamed(context, type)) await writeEnum(context, type);
  for (const sequence of catalog.sequences) await writeSequence(context, sequence);
}

/** A type that only stands for one column's labels is written in that column: migrations name it after its table and column. */
export function isNamed({ catalog }: WriteContext, { schema, name }: Pick<ExportedEnum, 'schema' | 'name'>): boolean {
  const ofColumn = catalog.tables.some(
    (table) =>
      table.schema === schema &&
      table.columns.some((column) => column.origin !== null && name === `${table.name}_${column.name}`),
  );
  return !ofColumn;
}

async function writeEnum(
  { options, duck, report }: WriteContext,
  { schema, name, labels }: ExportedEnum,
): Promise<void> {
  const type = quoteQualified(fileSchema(options, schema), name);
  const reported = { kind: 'type', name: fileName(options, schema, name) } as const;
  try {
    await duck.run(`CREATE TYPE ${type} AS ${enumOf(labels).text}`);
    report({ ...reported, outcome: 'same' });
  } catch (error) {
    report({
      ...reported,
      outcome: 'refused',
      reason: messageOf(error),
      definition: labels.map(quoteLiteral).join(', '),
    });
  }
}

async function writeSequence(context: WriteContext, sequence: ExportedSequence): Promise<void> {
  const { options, duck, report } = context;
  const { schema, name, start, last, increment, min, max, cycle, comment } = sequence;
  const quoted = quoteQualified(fileSchema(options, schema), name);
  const reported = { kind: 'sequence', name: fileName(options, schema, name) } as const;
  const next = last === null ? BigInt(start) : BigInt(last) + BigInt(increment);
  const [least, most] = [BigInt(min), BigInt(max)];
  const first = cycle && next > most ? least : cycle && next < least ? most : next;
  // One that is used up is made at its last value, which is then taken.
  const within = first > most ? most : first < least ? least : first;
  try {
    await duck.run(
      `CREATE SEQUENCE ${quoted} INCREMENT BY ${increment} MINVALUE ${min} MAXVALUE ${max} START WITH ${within}${cycle ? ' CYCLE' : ''}`,
    );
    if (within !== first) await smallRowsJson(duck, `SELECT nextval(${quoteLiteral(quoted)})`);
    if (comment !== null) await duck.run(`COMMENT ON SEQUENCE ${quoted} IS ${quoteLiteral(comment)}`);
    report({ ...reported, outcome: 'same' });
  } catch (error) {
    report({ ...reported, outcome: 'refused', reason: messageOf(error) });
  }
}
