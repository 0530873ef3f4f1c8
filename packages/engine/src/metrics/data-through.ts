import { scopeParameter, type Need, type SqlRunner, type StoreScope } from '../base/index.ts';
import { ofStores } from './sql.ts';

/** How far a store's sales reach. */
export interface DataThrough {
  readonly ubicacion_id: string;
  readonly nombre: string;
  readonly tipo: 'tienda' | 'cedi';
  readonly activo: boolean;
  /** The last business date with a sales line; null if the store never had one. */
  readonly datos_hasta: string | null;
}

const dataThroughSql = `
  SELECT u.id::text AS ubicacion_id, u.nombre::text, u.tipo::text, u.activo IS NOT FALSE AS activo,
         (SELECT max(d.fecha) FROM ventas_diarias AS d WHERE d.ubicacion_id = u.id) AS datos_hasta
  FROM ubicaciones AS u
  WHERE $1::text[] IS NULL OR u.id = ANY ($1)
  ORDER BY u.nombre, u.id`;

/** What it is read from. */
export function dataThroughReads(stores: StoreScope): readonly Need[] {
  return [ofStores('ventas_diarias', stores), { table: 'ubicaciones' }];
}

/** For every store of the scope, the last day that it has sales of; by name. */
export async function dataThrough(question: { db: SqlRunner; stores: StoreScope }): Promise<readonly DataThrough[]> {
  const statement = { name: 'fluxion_data_through', text: dataThroughSql };
  const { rows } = await question.db.query<DataThrough>(statement, [scopeParameter(question.stores)]);
  return rows;
}
