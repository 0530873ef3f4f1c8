import type { AnonymousContext, Role } from '../context.ts';
import { newSecret, secretHash, secretLabel } from '../secret.ts';
import { forgetEndedSql } from './forget-ended.ts';

interface CreateToken {
  readonly ctx: AnonymousContext;
  readonly input: {
    /** Whose token it is: it may do what its person may. */
    readonly userId: string;
    /** What it is for, for the person who reads the list of tokens. */
    readonly name: string;
    readonly validDays: number;
    /** The most that it may do; left out: as its person. */
    readonly role?: Role | undefined;
    /** The stores that it may see, of those that its person may; left out: as its person. */
    readonly stores?: readonly string[] | undefined;
  };
}

export interface CreatedToken {
  readonly id: string;
  /** The token itself. It is shown now and never again: only its hash is kept. */
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly expires: string;
}

const createSql = `
  WITH forgotten AS (${forgetEndedSql})
  INSERT INTO tokens (usuario_id, nombre, prefijo, hash, expira, rol, ubicaciones)
  VALUES ($1, $2, $3, $4, now() + $5 * interval '1 day', $6, $7)
  RETURNING id, expira`;

/** Makes an API token for a person. */
export async function createToken({ ctx, input }: CreateToken): Promise<CreatedToken> {
  const token = newSecret('token');
  const { rows } = await ctx.db.query<{ id: string; expira: string }>(createSql, [
    input.userId,
    input.name,
    secretLabel(token),
    secretHash(token),
    input.validDays,
    input.role ?? null,
    input.stores ?? null,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error('INSERT ... RETURNING gave no row');
  return { id: row.id, token, expires: row.expira };
}
