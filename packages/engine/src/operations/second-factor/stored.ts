import { storedHow, type FactorContext, type StoredHow } from './keys.ts';

/** How many secrets of second factors are stored how, seen from the keys of this process. */
export async function storedFactors({ ctx }: { ctx: FactorContext }): Promise<Readonly<Record<StoredHow, number>>> {
  const { rows } = await ctx.db.query<{ secreto: Buffer }>(
    'SELECT totp_secreto AS secreto FROM fluxion.credenciales WHERE totp_confirmado IS NOT NULL',
    [],
  );
  const found = { current: 0, 'former key': 0, 'unknown key': 0, plain: 0 };
  for (const { secreto } of rows) found[storedHow(ctx.factorKeys, secreto)] += 1;
  return found;
}
