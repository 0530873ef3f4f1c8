import { createHash } from 'node:crypto';
import { auditedDeed, type AuditOrigin } from '../../audit/record.ts';
import type { OperationContext } from '../../context.ts';
import type { OrderHeader } from './check-header.ts';
import type { OrderFacts } from './facts.ts';
import { completeLines, type WantedLine } from './lines.ts';

/** An order that somebody wants to be written. */
export interface WantedOrder {
  /** On whose behalf: the order is held to what they may see. */
  readonly by: Omit<OperationContext, 'db'> & AuditOrigin;
  readonly header: OrderHeader;
  readonly lines: readonly WantedLine[];
  /** The caller's name for this request: sent again within a day, it gives the same order and not another. */
  readonly key?: string | undefined;
}

/** One with the digest of what is asked: the same key with another is refused. */
export interface NewOrder extends WantedOrder {
  readonly digest: Buffer;
}

export function newOrder(wanted: WantedOrder): NewOrder {
  const { header, lines } = wanted;
  const digest = createHash('sha256')
    .update(JSON.stringify([header, lines]))
    .digest();
  return { ...wanted, digest };
}

/** An order that nothing is wrong with, and what it had to fit. */
export interface CheckedOrder {
  readonly order: NewOrder;
  readonly facts: OrderFacts;
}

/** What the statement that writes it takes. */
export function insertedOrder({ order, facts }: CheckedOrder, id: string): object {
  const { by, header, lines, key, digest } = order;
  const detail = { operacion: 'crear', ubicacion_id: header.ubicacion_id, lineas: lines.length };
  return {
    ...header,
    id,
    usuario_id: by.actor.id,
    clave: key,
    huella: digest.toString('hex'),
    fecha: facts.store?.hoy,
    lineas: completeLines(lines, facts),
    auditoria: auditedDeed({ ctx: by, input: { action: 'pedido', object: id, detail } }),
  };
}
