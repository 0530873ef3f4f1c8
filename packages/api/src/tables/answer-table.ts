import type { Cell, Endpoint, RowOf, Table } from '@fluxion/contract';
import type { Batch } from '@fluxion/engine/base';
import { declare, type SignedInCall } from '../http/declare.ts';
import type { Permission, Server, Services } from '../http/server-types.ts';
import { chooseFormat, wantsSql } from './choose-format.ts';
import { nameOfRows } from './file-name.ts';
import { sendRows } from './send-rows.ts';
import { sendSql } from './tell-sql.ts';

/** As rows of the database come: a file is written a batch at a time. */
const rowsAtOnce = 2000;

/** An endpoint whose answer is rows. */
export type TableEndpoint = Endpoint & { readonly table: Table };

/** The two ways that rows are answered: a page as JSON, or all of them as a stream. */
export interface TableAnswer {
  /** The body of the JSON answer. */
  readonly page: () => Promise<object>;
  /** All rows, values in the order of the table's columns. */
  readonly rows: () => AsyncIterable<Batch>;
  /** What they are, in the names of files, where the path would not tell people. */
  readonly name?: string;
  /** Their columns, where only the answer knows them; the endpoint's unless told otherwise. */
  readonly table?: Table;
}

/** Declares an endpoint that answers with rows, in whichever format the caller wants, or with the SQL that gives them. */
export function declareTable<E extends TableEndpoint>(
  app: Server,
  services: Services,
  endpoint: E,
  permission: Exclude<Permission, 'public'>,
  handler: (call: SignedInCall<E>) => Promise<TableAnswer> | TableAnswer,
): void {
  declare(app, services, endpoint, permission, async (call) => {
    const { ctx, request, reply } = call;
    if (wantsSql(request)) return sendSql({ endpoint, call, handler });
    reply.header('vary', 'accept');
    const format = chooseFormat(request);
    const { page, rows, name, table = endpoint.table } = await handler(call);
    if (format === 'json') return reply.send(await page());
    const told = name ?? nameOfRows(endpoint.path);
    return sendRows({ ctx, request, reply, name: told, table, rows: rows(), format });
  });
}

/** The values of a row in the order of the table's columns. */
export function cellsOf<T extends Table>(table: T, row: RowOf<T>): readonly Cell[] {
  const values = row as Readonly<Record<string, Cell>>;
  return Object.keys(table.columns).map((name) => values[name] ?? null);
}

/** The answer of rows that are all there: the page holds all of them, beside what else is told. */
export function allAtOnce<T extends Table>(table: T, rows: readonly RowOf<T>[], beside: object = {}): TableAnswer {
  return {
    page: async () => ({ ...beside, datos: rows }),
    async *rows() {
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        yield rows.slice(from, from + rowsAtOnce).map((row) => cellsOf(table, row));
      }
    },
  };
}
