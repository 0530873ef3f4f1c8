import { scopeParameter } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';

/** A store or distribution centre, as in `ubicaciones`. */
export interface Store {
  readonly id: string;
  readonly codigo: string;
  readonly nombre: string;
  readonly tipo: 'tienda' | 'cedi';
  readonly region: string | null;
  readonly ciudad: string | null;
  readonly zona_horaria: string;
  readonly activo: boolean;
}

const storesSql = `
  SELECT id, codigo, nombre, tipo, region, ciudad, zona_horaria, activo IS NOT FALSE AS activo
  FROM ubicaciones
  WHERE $1::text[] IS NULL OR id = ANY ($1)
  ORDER BY codigo`;

/** The stores that the actor may see, by codigo, inactive ones too. */
export async function listStores({ ctx }: { ctx: OperationContext }): Promise<readonly Store[]> {
  const { rows } = await ctx.db.query<Store>(storesSql, [scopeParameter(ctx.stores)]);
  return rows;
}
