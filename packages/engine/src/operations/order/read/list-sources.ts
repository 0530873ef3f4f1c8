import sql from 'sql-template-tag';
import type { OperationContext } from '../../context.ts';
import { inScope, rowsOf } from '../../listing.ts';

/** Who may be asked for goods. */
export interface OrderSource {
  readonly tipo: 'cedi' | 'tienda' | 'proveedor';
  readonly id: string;
  readonly codigo: string;
  readonly nombre: string;
}

/**
 * Whom the actor's orders may be made out to, as writing one checks it: every active centre, the active stores that the actor may see,
 * the active suppliers; centres first, each kind by codigo.
 */
export async function listOrderSources({ ctx }: { ctx: OperationContext }): Promise<readonly OrderSource[]> {
  return rowsOf<OrderSource>(
    ctx,
    sql`
      SELECT tipo, id, codigo, nombre FROM (
        SELECT CASE tipo WHEN 'cedi' THEN 1 ELSE 2 END AS kind, tipo, id, codigo, nombre FROM ubicaciones
        WHERE activo IS NOT FALSE AND (tipo = 'cedi' OR ${inScope(sql`id`, ctx.stores)})
        UNION ALL
        SELECT 3, 'proveedor', id, codigo, nombre FROM proveedores WHERE activo IS NOT FALSE
      ) AS sources
      ORDER BY kind, codigo, id`,
  );
}
