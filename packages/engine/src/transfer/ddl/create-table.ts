import { quoteIdentifier } from '../../base/index.ts';
import { renderPostgresType } from '../../catalog/index.ts';
import { type TablePlan, targetName } from '../plan/table-plan.ts';
import { UntranslatableError, type Translator } from '../translate/index.ts';

/** An object of the source that is not in the target as it was, and why. */
export interface ObjectNote {
  readonly kind: 'table' | 'column' | 'default' | 'constraint' | 'index' | 'sequence' | 'view';
  readonly name: string;
  readonly outcome: 'changed' | 'kept' | 'refused';
  readonly reason: string;
}

export interface Ddl {
  readonly statements: readonly string[];
  readonly notes: readonly ObjectNote[];
}

/** The CREATE TABLE of a planned table: columns, NOT NULL and defaults. Keys and checks follow the rows. */
export async function createTableDdl(plan: TablePlan, translator: Translator): Promise<Ddl> {
  const notes: ObjectNote[] = [];
  const columns: string[] = [];
  for (const column of plan.columns) {
    const declared = plan.source.columns.find(({ name }) => name === column.name);
    if (declared && declared.generated !== null) {
      notes.push({
        kind: 'column',
        name: `${plan.target.name}.${column.name}`,
        outcome: 'changed',
        reason: `generated in the source (${declared.generated}); here an ordinary column with its values`,
      });
    }
    const fallback = declared?.default
      ? await defaultClause(`${plan.target.name}.${column.name}`, declared.default, translator, notes)
      : '';
    columns.push(
      `${quoteIdentifier(column.target)} ${renderPostgresType(column.type)}${collation(column.type.name)}${fallback}${column.notNull ? ' NOT NULL' : ''}`,
    );
  }
  return { statements: [`CREATE TABLE ${targetName(plan)} (\n  ${columns.join(',\n  ')}\n)`], notes };
}

/** DuckDB compares and sorts text by its bytes; checks, views and indexes go on doing so whatever the database's locale. */
function collation(type: string): string {
  return type === 'text' ? ' COLLATE "C"' : '';
}

async function defaultClause(
  name: string,
  expression: string,
  translator: Translator,
  notes: ObjectNote[],
): Promise<string> {
  try {
    const sql = await translator.expression(expression);
    return ` DEFAULT ${sql}`;
  } catch (error) {
    if (!(error instanceof UntranslatableError)) throw error;
    notes.push({ kind: 'default', name, outcome: 'refused', reason: `${expression}: ${error.message}` });
    return '';
  }
}
