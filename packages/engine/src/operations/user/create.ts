import type pg from 'pg';
import { withTransaction } from '../../postgres/index.ts';
import type { Role } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';
import { assignStores, requireStores } from './person.ts';

interface CreatePerson {
  readonly ctx: { readonly db: pg.Pool };
  readonly input: {
    readonly correo: string;
    readonly nombre: string;
    readonly rol: Role;
    readonly ubicaciones: readonly string[];
  };
}

const createSql = `
  INSERT INTO usuarios (correo, nombre, rol) VALUES (lower($1), $2, $3)
  ON CONFLICT (correo) DO NOTHING
  RETURNING id`;

/**
 * Adds a person, who cannot sign in before they have a link (`createLink`).
 *
 * @returns their id
 * @throws InvalidInput TAKEN for a correo that somebody has, UNKNOWN_STORE
 */
export async function createPerson({ ctx, input }: CreatePerson): Promise<string> {
  const { correo, nombre, rol, ubicaciones } = input;
  return withTransaction(ctx.db, async (client) => {
    await requireStores({ db: client }, ubicaciones);
    const { rows } = await client.query<{ id: string }>(createSql, [correo, nombre, rol]);
    const [row] = rows;
    if (row === undefined) throw new InvalidInput([{ field: 'correo', fault: 'TAKEN', value: correo }]);
    await assignStores({ db: client }, row.id, ubicaciones);
    return row.id;
  });
}
