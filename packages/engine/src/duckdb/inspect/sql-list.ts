/**
 * Where a list of SQL items ends: the position of the first comma or closing bracket that stands neither in brackets nor in
 * quotes; the text's length if there is none.
 */
export function itemEnd(sql: string, from: number): number {
  let depth = 0;
  for (let at = from; at < sql.length; at += 1) {
    const character = sql[at] ?? '';
    if (character === "'" || character === '"') at = quoteEnd(sql, at);
    else if ('([{'.includes(character)) depth += 1;
    else if (depth > 0 && ')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && ',)]}'.includes(character)) return at;
  }
  return sql.length;
}

/** The position of the quote that closes the one at `from`; a doubled one stands for itself. */
function quoteEnd(sql: string, from: number): number {
  const quote = sql[from] ?? '';
  for (let at = from + 1; at < sql.length; at += 1) {
    if (sql[at] !== quote) continue;
    if (sql[at + 1] !== quote) return at;
    at += 1;
  }
  return sql.length;
}

/** The items of the first bracketed list of a statement, such as the columns and constraints of a CREATE TABLE. */
export function bracketedItems(sql: string): string[] {
  const items: string[] = [];
  let at = openingBracket(sql) + 1;
  while (at < sql.length) {
    const end = itemEnd(sql, at);
    items.push(sql.slice(at, end).trim());
    if (sql[end] !== ',') break;
    at = end + 1;
  }
  return items;
}

function openingBracket(sql: string): number {
  for (let at = 0; at < sql.length; at += 1) {
    if (sql[at] === '"') at = quoteEnd(sql, at);
    else if (sql[at] === '(') return at;
  }
  return sql.length;
}
