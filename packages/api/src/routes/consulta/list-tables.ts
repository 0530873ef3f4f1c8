import { listarTablasConsulta } from '@fluxion/contract';
import { declare } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';
import { mirrorUnavailable, sqlProblem } from './problems.ts';

/** GET /consulta/tablas */
export const listSqlTables: Route = (app, services) => {
  declare(app, services, listarTablasConsulta, 'gerente_general', async () => {
    if (!services.mirror) throw mirrorUnavailable();
    const tables = await services.mirror.sql.tables().catch((error: unknown) => {
      throw sqlProblem(error, '');
    });
    return {
      tablas: tables.map(({ name, of, columns }) => ({
        nombre: name,
        resume: of === name ? null : of,
        columnas: columns.map((column) => ({ nombre: column.name, tipo: column.type })),
      })),
    };
  });
};
