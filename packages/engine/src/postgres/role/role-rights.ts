import type { SqlRunner } from '../../base/index.ts';

/** What a role may do in its database, as it stands after signing in. */
export interface RoleRights {
  readonly ownsDatabase: boolean;
  /** Schemas of its own, of which Fluxion makes some. */
  readonly createSchemas: boolean;
  /** Tables in `public`. */
  readonly createTables: boolean;
  readonly temporaryTables: boolean;
  /** What it may do beyond its database, and does not need: SUPERUSER, CREATEDB, CREATEROLE, REPLICATION, BYPASSRLS. */
  readonly beyond: readonly string[];
  /** Tables of Fluxion's in `public`, or of its schemas, that belong to another role: it cannot change them. */
  readonly foreignTables: readonly string[];
}

const rightsSql = `
  SELECT pg_get_userbyid(d.datdba) = current_user AS "ownsDatabase",
         has_database_privilege(d.oid, 'CREATE') AS "createSchemas",
         coalesce(has_schema_privilege(to_regnamespace('public'), 'CREATE'), false) AS "createTables",
         has_database_privilege(d.oid, 'TEMPORARY') AS "temporaryTables",
         array_remove(ARRAY[CASE WHEN r.rolsuper THEN 'SUPERUSER' END, CASE WHEN r.rolcreatedb THEN 'CREATEDB' END,
           CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END, CASE WHEN r.rolreplication THEN 'REPLICATION' END,
           CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END], NULL) AS beyond,
         ARRAY(SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
               WHERE (n.nspname = 'public' OR n.nspname LIKE 'fluxion%') AND c.relkind IN ('r', 'p', 'v', 'm')
                 AND NOT pg_has_role(c.relowner, 'USAGE') ORDER BY 1 LIMIT 20) AS "foreignTables"
  FROM pg_database AS d, pg_roles AS r
  WHERE d.datname = current_database() AND r.rolname = current_user`;

/** What the role that is signed in may do in the database it is connected to. */
export async function rightsOf(db: SqlRunner): Promise<RoleRights> {
  const { rows } = await db.query<RoleRights>(rightsSql);
  const [rights] = rows;
  if (rights === undefined) throw new Error('the role that is signed in is not in the catalogue');
  return rights;
}
