import type { FieldOrderFault, OrderOutcome, OrderRefusal, WrittenOrder } from '@fluxion/engine/operations';
import { faultMessages } from '../../problems/messages.ts';
import { invalidFields, RequestProblem } from '../../problems/problem.ts';

/** What the caller reads about a field. */
function messageOf(found: FieldOrderFault): string {
  switch (found.fault) {
    case 'UNKNOWN_STORE':
    case 'UNKNOWN_PRODUCT':
      return faultMessages[found.fault](found.value);
    case 'UNKNOWN_SUPPLIER':
      return `no hay ningún proveedor activo «${found.value}»`;
    case 'INACTIVE_STORE':
      return `la tienda «${found.value}» está cerrada: no se le pide nada`;
    case 'INACTIVE_PRODUCT':
      return `el producto «${found.value}» ya no se pide: quite la línea`;
    case 'REPEATED':
      return `el producto «${found.value}» aparece dos veces: deje una sola`;
    case 'NOT_IN_ORDER':
      return `el pedido no tiene ninguna línea de «${found.value}»`;
    case 'NOT_WHOLE_CASES':
      return `«${found.value}» no son bultos enteros de ${found.caseSize} unidades: ponga ${found.nearest.join(' o ')}`;
    case 'REQUIRED':
      return 'es obligatorio';
    case 'FIXED':
      return `no se cambia en un pedido «${found.state}»`;
    case 'TWO_SOURCES':
      return 'pida a una ubicación o a un proveedor, no a los dos: ponga uno de ellos en null';
    case 'NO_SOURCE':
      return 'diga a quién se pide: ubicacion_origen_id o proveedor_id';
    case 'OWN_SOURCE':
      return 'una tienda no se pide a sí misma';
    case 'TOO_EARLY':
      return `debe ser ${found.earliest} o después`;
    case 'TOO_MANY_LINES':
      return `un pedido tiene ${found.most} líneas como mucho: haga otro con las demás`;
    case 'NOTHING_ASKED':
      return 'ninguna línea pide nada: ponga una cantidad_solicitada mayor que 0';
  }
}

function refusalProblem(refusal: OrderRefusal): RequestProblem {
  switch (refusal.refused) {
    case 'UNKNOWN':
      return new RequestProblem('NOT_FOUND');
    case 'STALE':
      return new RequestProblem('PRECONDITION_FAILED', {
        detail: 'Vuelva a leer el pedido, y repita el cambio si aún hace falta.',
      });
    case 'STATE': {
      const next = refusal.next.length === 0 ? 'ningún otro estado' : refusal.next.join(', ');
      return new RequestProblem('ORDER_STATE', {
        detail: `El pedido está «${refusal.state}»; usted puede pasarlo a: ${next}.`,
      });
    }
    case 'ROLE':
      return new RequestProblem('FORBIDDEN', { detail: `Hace falta el rol ${refusal.needs} o uno superior.` });
    case 'KEY':
      return new RequestProblem('IDEMPOTENCY_KEY_REUSED', { detail: 'Con otra petición, use otra Idempotency-Key.' });
    case 'FIELDS':
      return invalidFields(...refusal.faults.map((found) => ({ campo: found.field, mensaje: messageOf(found) })));
  }
}

/**
 * The order that was written.
 *
 * @throws RequestProblem if it was refused; what the database said if it failed
 */
export function written(outcome: OrderOutcome): WrittenOrder {
  if ('failed' in outcome) throw outcome.failed;
  if ('refused' in outcome) throw refusalProblem(outcome);
  return outcome;
}
