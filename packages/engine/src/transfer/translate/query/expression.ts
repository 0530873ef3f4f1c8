import { quoteIdentifier } from '../../../base/index.ts';
import { type Column, type Scope, type Translation, bareScope, bind, learn } from '../bind/index.ts';
import { nodes, parseSelect, UntranslatableError } from '../syntax-tree.ts';
import { write } from '../write/index.ts';

/** An expression of a table: its columns go by their bare names. @throws UntranslatableError that names what is not on the list */
export async function translateExpression(
  sql: string,
  columns: readonly Column[],
  translation: Translation,
): Promise<string> {
  const select = await parseSelect(translation.duck, `SELECT ${sql}`);
  const [item, ...more] = select ? nodes(select, 'select_list') : [];
  if (!item || more.length > 0) throw new UntranslatableError(`the expression ${sql}`);
  const own = columns.map(({ name, type }) => ({ name, type, sql: quoteIdentifier(translation.names.spelling(name)) }));
  const scope: Scope = { ...bareScope, relations: [{ alias: '', columns: own }] };
  const bound = await bind(item, { scope }, translation);
  await learn([bound], translation);
  return write(bound, translation).sql;
}
