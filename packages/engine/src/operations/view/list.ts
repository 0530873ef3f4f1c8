import sql, { raw, type Sql } from 'sql-template-tag';
import { scopeParameter } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';
import { rowsOf } from '../listing.ts';

/** A page of the dashboard with its filters, under a name, as the actor sees it. */
export interface View {
  readonly id: string;
  readonly pagina: string;
  readonly nombre: string;
  /** The query string of the address, without the question mark. */
  readonly parametros: string;
  readonly compartida: boolean;
  readonly propia: boolean;
  /** Who saved it; null: the actor. */
  readonly autor: string | null;
  /** ISO 8601 in UTC. */
  readonly modificada: string;
}

/** Where a view stands in the list. */
export type ViewKey = Pick<View, 'pagina' | 'nombre' | 'id'>;

/** The columns of a `View`, of `fluxion.vistas AS v`. */
export function viewColumns({ actor }: OperationContext): Sql {
  return sql`
    v.id, v.pagina, v.nombre, v.parametros, v.compartida, v.usuario_id = ${actor.id} AS propia,
    CASE WHEN v.usuario_id <> ${actor.id} THEN (SELECT u.nombre FROM usuarios AS u WHERE u.id = v.usuario_id) END AS autor,
    v.modificada`;
}

/**
 * The condition that the actor may see the view: it is theirs or for all, and names none but their stores. Also of their own:
 * an API key may see less than its person.
 */
export function isVisible({ actor, stores }: OperationContext): Sql {
  const ids = scopeParameter(stores);
  return sql`(v.usuario_id = ${actor.id} OR v.compartida) AND (${ids}::text[] IS NULL OR v.tiendas::text[] <@ ${ids}::text[])`;
}

interface ListViews {
  readonly ctx: OperationContext;
  readonly input: {
    readonly page?: string | undefined;
    /** The view after which the page of the list begins. */
    readonly after?: ViewKey | undefined;
    readonly limit: number;
  };
}

const byName = raw('v.pagina COLLATE "C", v.nombre COLLATE "C", v.id COLLATE "C"');

/** The views that the actor may see, their own and those for all, by page and name. */
export function listViews({ ctx, input }: ListViews): Promise<View[]> {
  const { page = null, after, limit } = input;
  return rowsOf(
    ctx,
    sql`
      SELECT ${viewColumns(ctx)}
      FROM fluxion.vistas AS v
      WHERE ${isVisible(ctx)} AND (${page}::text IS NULL OR v.pagina = ${page})
        AND (${after === undefined} OR (${byName})
          > (${after?.pagina ?? ''}::text, ${after?.nombre ?? ''}::text, ${after?.id ?? ''}::text))
      ORDER BY ${byName}
      LIMIT ${limit}`,
  );
}
