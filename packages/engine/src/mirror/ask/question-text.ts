import { statementText, type Question } from '../../base/index.ts';
import { forPostgres } from './postgres/statement.ts';

/**
 * A question as a statement that runs as it stands, in psql as well as on the copy (`SqlAccess`): with its values, and its
 * rollups as expressions, since PostgreSQL does not have them. The columns are those that `row` reads.
 */
export function questionText<Parameters, Row>(question: Question<Parameters, Row>, parameters: Parameters): string {
  const sql = question.sql(parameters);
  const rollups = question.rollups?.filter(({ name }) => sql.text.includes(name)) ?? [];
  return statementText(forPostgres(sql, rollups, (declared) => declared));
}
