/** A table that a statement may read. */
export interface TablaConsulta {
  readonly nombre: string;
  /** The table that it sums up; null if it is a table of its own. */
  readonly resume: string | null;
  readonly columnas: readonly { readonly nombre: string; readonly tipo: string }[];
}

/** The tables whose names stand somewhere in the statement. */
export function tablesIn(sql: string, tables: readonly TablaConsulta[]): readonly TablaConsulta[] {
  const names = new Set(sql.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  return tables.filter(({ nombre }) => names.has(nombre.toLowerCase()));
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The tables that a search finds: all of a table that is named so, else the columns that are. */
export function searchTables(tables: readonly TablaConsulta[], words: string): readonly TablaConsulta[] {
  const wanted = plain(words.trim());
  if (wanted === '') return tables;
  return tables.flatMap((table) => {
    if (plain(table.nombre).includes(wanted)) return [table];
    const columnas = table.columnas.filter(({ nombre }) => plain(nombre).includes(wanted));
    return columnas.length === 0 ? [] : [{ ...table, columnas }];
  });
}
