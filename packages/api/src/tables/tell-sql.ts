import { sqlFormat, type Endpoint, type Table } from '@fluxion/contract';
import { quoteIdentifier, statementText } from '@fluxion/engine/base';
import { questionText } from '@fluxion/engine/mirror';
import type { FastifyReply } from 'fastify';
import type { RequestContext } from '../context/request-context.ts';
import type { SignedInCall } from '../http/declare.ts';
import type { TableAnswer } from './answer-table.ts';
import { sqlMediaType } from './choose-format.ts';

type Dialect = 'both' | 'postgres';

/** Thrown in the place of running what gives the rows. */
class Told extends Error {
  readonly statement: string;
  readonly dialect: Dialect;

  constructor(statement: string, dialect: Dialect) {
    super();
    this.statement = statement;
    this.dialect = dialect;
  }
}

interface Telling {
  readonly ctx: RequestContext;
  /** The last statement that was run. */
  readonly last: () => string | undefined;
}

/**
 * A context that tells questions and streams instead of asking them. Other statements run, for they may decide what is asked:
 * which stores there are, which day is the last. Of rows that are read by one of these it is the last that gave them.
 */
function telling(ctx: RequestContext): Telling {
  let last: string | undefined;
  const told: RequestContext = {
    ...ctx,
    db: {
      query: (sql, parameters = []) => {
        last = statementText({ text: typeof sql === 'string' ? sql : sql.text, values: parameters });
        return ctx.db.query(sql, parameters);
      },
      stream: (text, parameters = []) => {
        throw new Told(statementText({ text, values: parameters }), 'postgres');
      },
    },
    ask: async (question, parameters) => {
      const statement = questionText(question, parameters);
      // What is searched for by words is more than /consulta takes of patterns.
      throw new Told(statement, statement.includes('regexp_replace(') ? 'postgres' : 'both');
    },
    revalidate: async () => {},
  };
  return { ctx: told, last: () => last };
}

/** A statement of the table's columns that gives nothing: of what has no days yet there is nothing to ask. */
function emptySql({ columns }: Table): string {
  const named = Object.keys(columns).map((name) => `NULL AS ${quoteIdentifier(name)}`);
  return `SELECT ${named.join(', ')} WHERE 1 = 0`;
}

const runsIn = {
  both: 'Para PostgreSQL y para /consulta. Porcentajes y promedios se dividen después, con decimales exactos.',
  postgres: 'Para PostgreSQL.',
} as const;

/** The address without what asks for SQL. */
function addressOf({ method, url }: SignedInCall<Endpoint>['request']): string {
  const [path = '', search = ''] = url.split('?', 2);
  const parameters = search.split('&').filter((part) => part !== '' && part !== `formato=${sqlFormat}`);
  return `${method} ${[path, parameters.join('&')].filter((part) => part !== '').join('?')}`;
}

type TableEndpoint = Endpoint & { readonly table: Table };

interface TellSql<E extends TableEndpoint> {
  readonly endpoint: E;
  readonly call: SignedInCall<E>;
  readonly handler: (call: SignedInCall<E>) => Promise<TableAnswer> | TableAnswer;
}

async function statementOf<E extends TableEndpoint>({ endpoint, call, handler }: TellSql<E>): Promise<Told> {
  const { ctx, last } = telling(call.ctx);
  try {
    const { rows } = await handler({ ...call, ctx });
    for await (const _ of rows()) break;
  } catch (error) {
    if (error instanceof Told) return error;
    throw error;
  }
  const isQuestion = Object.hasOwn(endpoint.query?.properties ?? {}, 'frescura');
  return isQuestion
    ? new Told(emptySql(endpoint.table), 'both')
    : new Told(last() ?? emptySql(endpoint.table), 'postgres');
}

/**
 * Answers with the statement that would give the rows, with the values of this very request in it: it runs as it stands. Who
 * may not ask is refused as always, and of stores that are not the caller's it does not know either.
 */
export async function sendSql<E extends TableEndpoint>(asked: TellSql<E>): Promise<FastifyReply> {
  const { endpoint, call } = asked;
  const { statement, dialect } = await statementOf(asked);
  const lines = [
    `-- ${endpoint.summary}.`,
    `-- ${addressOf(call.request)}`,
    `-- ${runsIn[dialect]}`,
    `${statement};`,
    '',
  ];
  return call.reply.type(`${sqlMediaType}; charset=utf-8`).send(lines.join('\n'));
}
