import { consultarSql, limitesConsulta } from '@fluxion/contract';
import type { SqlAnswer } from '@fluxion/engine/mirror';
import type { Route } from '../../http/server-types.ts';
import { RequestProblem } from '../../problems/problem.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { tableOfSql } from './columns.ts';
import { mirrorUnavailable, sqlProblem } from './problems.ts';

/** A statement may run so long, wait so long for the copy, and give so much text: it is held in memory until it is sent. */
const timeoutMs = 30_000;
const budgetMs = 10_000;
const characters = 20_000_000;
/** So much of a statement goes into the audit log. */
const auditedCharacters = 4000;

const codeOf = (error: unknown): string => (error instanceof RequestProblem ? error.problem : 'INTERNAL');

/** POST /consulta */
export const querySql: Route = (app, services) => {
  declareTable(app, services, consultarSql, 'gerente_general', async ({ ctx, body, reply }) => {
    const { sql, limite = limitesConsulta.filas } = body;
    const { signal } = ctx;
    const tell = (resultado: string, answer?: SqlAnswer) =>
      ctx.audit({
        action: 'consulta_sql',
        detail: {
          sql: sql.slice(0, auditedCharacters).replaceAll('\u0000', ''),
          resultado,
          ...(answer && { tablas: answer.reads, filas: answer.rows.length, truncado: answer.truncated }),
        },
      });
    const ask = async () => {
      if (!services.mirror) throw mirrorUnavailable();
      const limits = { rows: limite, characters };
      return services.mirror.sql.query({ sql, limits, timeoutMs, budgetMs, signal });
    };
    const answer = await ask().catch(async (error: unknown) => {
      const problem = sqlProblem(error, sql);
      await tell(signal.aborted ? 'abandonada' : codeOf(problem));
      throw problem;
    });
    await tell('hecha', answer);
    reply.headers({
      'x-fluxion-engine': 'mirror',
      'x-fluxion-as-of': answer.asOf.time,
      'x-fluxion-snapshot': answer.asOf.snapshot,
      'x-fluxion-truncado': String(answer.truncated),
    });
    const { table, columns, rows } = tableOfSql(answer);
    return {
      table,
      page: async () => ({ columnas: columns, filas: rows, truncado: answer.truncated }),
      async *rows() {
        yield rows;
      },
    };
  });
};
