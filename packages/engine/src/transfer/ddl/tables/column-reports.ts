import {
  rangeCheck,
  renderPostgresType,
  type ColumnSpec,
  type DuckType,
  type DuckTypeId,
} from '../../../catalog/index.ts';
import type { ColumnPlan, TablePlan } from '../../plan/table-plan.ts';
import type { ObjectReport } from '../../report.ts';
import { present, renaming, sourceName } from '../object-report.ts';
import type { GeneratedColumns } from './generated-columns.ts';

/** Types whose values, order and arithmetic are the same in PostgreSQL, whatever it calls them. */
const alike: ReadonlySet<DuckTypeId> = new Set([
  'BOOLEAN',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'BIGNUM',
  'FLOAT',
  'DOUBLE',
  'DECIMAL',
  'VARCHAR',
  'BLOB',
  'BIT',
  'UUID',
  'DATE',
  'TIME',
  'TIME WITH TIME ZONE',
  'TIMESTAMP',
  'TIMESTAMP WITH TIME ZONE',
  'INTERVAL',
  'JSON',
]);

/** The columns that are as they were are not told one by one, but for the generated ones. */
export function columnReport(plan: TablePlan, column: ColumnPlan, generated: GeneratedColumns): ObjectReport[] {
  const declared = plan.source.columns.find(({ name }) => name === column.name);
  const own = generated.get(column.name);
  const ordinary =
    own && 'reason' in own
      ? [`is an ordinary column with its values here, not generated from ${declared?.generated}: ${own.reason}`]
      : [];
  const changes = [...ordinary, ...columnChanges(column, declared)];
  return own || changes.length > 0 ? [present('column', `${sourceName(plan.source)}.${column.name}`, ...changes)] : [];
}

/** How a created column differs from the source's: its name, its type, how it compares text. */
function columnChanges(column: ColumnPlan, declared: ColumnSpec<DuckType> | undefined): string[] {
  return [renaming(column.name, column.target), typeChange(column), collationChange(declared)].filter(
    (change) => change !== undefined,
  );
}

function typeChange({ duckType, type }: ColumnPlan): string | undefined {
  if (isAlike(duckType) && type.name !== 'json') return undefined;
  if (duckType.id === 'ENUM' && type.kind === 'enum') return undefined;
  const text = duckType.text.length > 80 ? `${duckType.text.slice(0, 77)}...` : duckType.text;
  const target = `${text} is ${renderPostgresType(type)} here`;
  if (rangeCheck(duckType)) return type.name === 'json' ? target : `${target}, with a check that keeps its range`;
  if (duckType.id === 'ENUM') return `${target}, with a check on its labels: PostgreSQL takes none of over 63 bytes`;
  if (duckType.size !== undefined && type.element) return `${target}, which takes any number of elements`;
  return target;
}

function isAlike({ id, element }: DuckType): boolean {
  return id === 'LIST' && element ? alike.has(element.id) || element.id === 'ENUM' : alike.has(id);
}

function collationChange(declared: ColumnSpec<DuckType> | undefined): string | undefined {
  if (declared?.collation === undefined) return undefined;
  return `compares by bytes here, without COLLATE ${declared.collation}`;
}
