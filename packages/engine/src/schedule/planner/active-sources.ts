import type { SqlRunner } from '../../base/index.ts';
import { isKnownZone } from '../clock/zone.ts';
import type { DueSource, DueStore } from '../due/due-units.ts';

interface SourceRow {
  readonly nombre: string;
  readonly feed: string;
  readonly cada_minutos: number | null;
  readonly diaria_a_las: string | null;
  readonly created_at: string;
  /** The stores that it has, by id or codigo: a list, or an object by store; null: every store of the chain. */
  readonly tiendas: readonly string[] | Readonly<Record<string, string>> | null;
}

interface StoreRow {
  readonly id: string;
  readonly codigo: string;
  readonly zona_horaria: string;
}

const sourcesSql = `
  SELECT nombre, feed, cada_minutos, diaria_a_las, created_at, definicion -> 'stores' AS tiendas
  FROM public.fuentes
  WHERE activo
  ORDER BY nombre`;

const storesSql = `
  SELECT id, codigo, zona_horaria FROM public.ubicaciones
  WHERE tipo = 'tienda' AND activo IS NOT FALSE
  ORDER BY codigo`;

/** An active source, with its active stores. */
export interface ActiveSource extends DueSource {
  readonly feed: string;
}

/** The active sources, by name. */
export async function activeSources(db: SqlRunner): Promise<readonly ActiveSource[]> {
  const { rows: sources } = await db.query<SourceRow>(sourcesSql);
  if (sources.length === 0) return [];
  const { rows: stores } = await db.query<StoreRow>(storesSql);
  // It can read every format: a server without sources need not.
  const { feeds, isFeedName } = await import('../../sources/index.ts');
  const isOfWholeChain = (feed: string) => isFeedName(feed) && feeds[feed].unit === 'row';
  // One that this program's list of zones lacks must not stop the others.
  const known = stores.filter(({ zona_horaria }) => isKnownZone(zona_horaria));
  return sources.map((source) => ({
    name: source.nombre,
    feed: source.feed,
    answersPast: source.feed !== 'inventario',
    everyMinutes: source.cada_minutos,
    dailyAt: source.diaria_a_las,
    since: new Date(source.created_at),
    stores: isOfWholeChain(source.feed) ? wholeChain(known) : storesOf(source, known),
  }));
}

/** Those of them that have a schedule. */
export async function scheduledSources(db: SqlRunner): Promise<readonly DueSource[]> {
  const sources = await activeSources(db);
  return sources.filter(({ everyMinutes, dailyAt }) => everyMinutes !== null || dailyAt !== null);
}

function storesOf({ tiendas }: SourceRow, stores: readonly StoreRow[]): readonly DueStore[] {
  const only = tiendas === null ? undefined : Array.isArray(tiendas) ? tiendas : Object.keys(tiendas);
  return stores
    .filter(({ id, codigo }) => only === undefined || only.includes(id) || only.includes(codigo))
    .map(({ id, zona_horaria }) => ({ id, zone: zona_horaria }));
}

/** A master table is asked for once, by the clock of the first store. */
function wholeChain(stores: readonly StoreRow[]): readonly DueStore[] {
  return [{ id: null, zone: stores[0]?.zona_horaria ?? 'UTC' }];
}
