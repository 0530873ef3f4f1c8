import sql, { type Sql } from 'sql-template-tag';
import { roles, type OperationContext, type Role } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';
import { rowsOf } from '../listing.ts';
import { isVisible, viewColumns, type View } from './list.ts';
import { namedStores } from './named-stores.ts';

/** Who may save views for all: what is offered to everybody should come from who answers for a store. */
const sharesFrom: Role = 'gerente_tienda';
/** Who may change and remove the shared views of others: their authors leave some day. */
const tidiesFrom: Role = 'gerente_general';

function isAtLeast({ actor }: OperationContext, role: Role): boolean {
  return roles.indexOf(actor.rol) >= roles.indexOf(role);
}

/** @throws InvalidInput MAY_NOT_SHARE */
function checkSharing(ctx: OperationContext, shared: boolean | undefined): void {
  if (shared !== true || isAtLeast(ctx, sharesFrom)) return;
  throw new InvalidInput([{ field: 'compartida', fault: 'MAY_NOT_SHARE', value: sharesFrom }]);
}

/** The database's refusal of a second name as the field that it is about; anything else is given back as it is. */
function faultOf(error: unknown, nombre: string): unknown {
  if (!(error instanceof Error) || !('constraint' in error) || error.constraint !== 'vistas_nombre_key') return error;
  return new InvalidInput([{ field: 'nombre', fault: 'TAKEN', value: nombre }]);
}

async function saved(ctx: OperationContext, statement: Sql, nombre = ''): Promise<View | undefined> {
  try {
    const [view] = await rowsOf<View>(ctx, statement);
    return view;
  } catch (error) {
    throw faultOf(error, nombre);
  }
}

interface CreateView {
  readonly ctx: OperationContext;
  readonly input: Pick<View, 'pagina' | 'nombre' | 'parametros' | 'compartida'> & {
    /** How many views a person may keep. */
    readonly most: number;
  };
}

/**
 * Saves a view of the actor's; undefined if they keep as many already as a person may.
 *
 * @throws InvalidInput TAKEN for a name that they have on the page already, MAY_NOT_SHARE, UNKNOWN_STORE
 */
export async function createView({ ctx, input }: CreateView): Promise<View | undefined> {
  const { pagina, nombre, parametros, compartida, most } = input;
  checkSharing(ctx, compartida);
  const stores = await namedStores({ ctx, parameters: parametros });
  return saved(
    ctx,
    sql`
      WITH v AS (
        INSERT INTO fluxion.vistas (usuario_id, pagina, nombre, parametros, tiendas, compartida)
        SELECT ${ctx.actor.id}, ${pagina}, ${nombre}, ${parametros}, ${stores}::text[], ${compartida}::boolean
        WHERE (SELECT count(*) FROM fluxion.vistas WHERE usuario_id = ${ctx.actor.id}) < ${most}
        RETURNING *)
      SELECT ${viewColumns(ctx)} FROM v`,
    nombre,
  );
}

/** The condition that the actor may change the view. */
function isChangeable(ctx: OperationContext): Sql {
  return sql`${isVisible(ctx)} AND (v.usuario_id = ${ctx.actor.id} OR ${isAtLeast(ctx, tidiesFrom)})`;
}

interface ChangeView {
  readonly ctx: OperationContext;
  readonly input: Partial<Pick<View, 'nombre' | 'parametros' | 'compartida'>> & { readonly id: string };
}

/**
 * Changes of a view what is given; undefined if the actor may change none of this id.
 *
 * @throws InvalidInput TAKEN for a name that its author has on the page already, MAY_NOT_SHARE, UNKNOWN_STORE
 */
export async function changeView({ ctx, input }: ChangeView): Promise<View | undefined> {
  const { id, nombre = null, parametros, compartida = null } = input;
  checkSharing(ctx, input.compartida);
  const stores = parametros === undefined ? null : await namedStores({ ctx, parameters: parametros });
  return saved(
    ctx,
    sql`
      WITH v AS (
        UPDATE fluxion.vistas AS v
        SET nombre = coalesce(${nombre}, v.nombre), parametros = coalesce(${parametros ?? null}, v.parametros),
          tiendas = coalesce(${stores}::text[], v.tiendas::text[]), compartida = coalesce(${compartida}::boolean, v.compartida),
          modificada = now()
        WHERE v.id = ${id} AND ${isChangeable(ctx)}
        RETURNING v.*)
      SELECT ${viewColumns(ctx)} FROM v`,
    nombre ?? '',
  );
}

/** Removes a view. @returns whether there was one of this id that the actor may change */
export async function removeView({
  ctx,
  id,
}: {
  readonly ctx: OperationContext;
  readonly id: string;
}): Promise<boolean> {
  const removed = await rowsOf(
    ctx,
    sql`DELETE FROM fluxion.vistas AS v WHERE v.id = ${id} AND ${isChangeable(ctx)} RETURNING v.id`,
  );
  return removed.length > 0;
}
