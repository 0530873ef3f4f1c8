import type { AnonymousContext, Role } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';
import { factorStateSql, type FactorState } from '../second-factor/state.ts';
import { secretPrefixes } from '../secret.ts';

/** Somebody who may sign in. Instants are ISO 8601 in UTC. */
export interface Person {
  readonly id: string;
  readonly correo: string;
  readonly nombre: string;
  readonly rol: Role;
  readonly activo: boolean;
  /** The stores assigned to them; roles that see every store need none. */
  readonly ubicaciones: readonly string[];
  readonly con_clave: boolean;
  readonly segundo_factor: FactorState;
  /** When they last used a session that is not forgotten yet. */
  readonly ultimo_ingreso: string | null;
}

/** People as `Person` has them; what follows may say which ones. */
export const personSql = `
  SELECT u.id, u.correo, u.nombre, u.rol, u.activo,
         ARRAY(SELECT uu.ubicacion_id::text FROM usuarios_ubicaciones AS uu WHERE uu.usuario_id = u.id ORDER BY 1) AS ubicaciones,
         c.clave IS NOT NULL AS con_clave, ${factorStateSql} AS segundo_factor,
         (SELECT max(t.creado) FROM tokens AS t WHERE t.usuario_id = u.id AND starts_with(t.prefijo, '${secretPrefixes.session}'))
           AS ultimo_ingreso
  FROM usuarios AS u
  LEFT JOIN fluxion.credenciales AS c ON c.usuario_id = u.id`;

/** The person of this id; undefined if there is none. */
export async function findPerson({ db }: AnonymousContext, id: string): Promise<Person | undefined> {
  const { rows } = await db.query<Person>(`${personSql} WHERE u.id = $1`, [id]);
  return rows[0];
}

/** The person of this correo, in whatever case it is written; undefined if there is none. */
export async function personWithMail({ db }: AnonymousContext, correo: string): Promise<Person | undefined> {
  const { rows } = await db.query<Person>(`${personSql} WHERE u.correo = lower($1)`, [correo]);
  return rows[0];
}

/** Makes sure that stores exist. @throws InvalidInput UNKNOWN_STORE for each that does not */
export async function requireStores({ db }: AnonymousContext, stores: readonly string[]): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM unnest($1::text[]) AS asked (id) WHERE NOT EXISTS (SELECT FROM ubicaciones AS u WHERE u.id = asked.id)',
    [stores],
  );
  if (rows.length === 0) return;
  throw new InvalidInput(rows.map(({ id }) => ({ field: 'ubicaciones', fault: 'UNKNOWN_STORE', value: id })));
}

/** Assigns exactly these stores to a person. */
export async function assignStores({ db }: AnonymousContext, id: string, stores: readonly string[]): Promise<void> {
  await db.query('DELETE FROM usuarios_ubicaciones WHERE usuario_id = $1 AND ubicacion_id <> ALL ($2)', [id, stores]);
  await db.query(
    'INSERT INTO usuarios_ubicaciones (usuario_id, ubicacion_id) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
    [id, stores],
  );
}
