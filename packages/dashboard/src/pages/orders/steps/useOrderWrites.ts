import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, type AnswerTo, type EndpointId, useTell } from '../kit.ts';
import {
  changedLines,
  changesBody,
  type LineView,
  nothingRefused,
  type Order,
  type OrderDraft,
  type OrderState,
  type Refusal,
  refusalOf,
} from '../model/index.ts';

/** What is read anew after an order was written. */
export const afterWriting: readonly EndpointId[] = [
  'verPedido',
  'listarPedidos',
  'historialPedido',
  'listarLineasPedido',
];

/** As If-Match has it. */
export function versionTag(version: number): string {
  return `"${version}"`;
}

export interface OrderWrites {
  readonly saving: boolean;
  /** The state that the order is on its way to; it is shown before the answer comes. */
  readonly movingTo: OrderState | null;
  readonly refusal: Refusal;
  readonly error: Error | null;
  /** Saves what was typed. @returns the order's new version; null if it was refused */
  readonly save: (draft: OrderDraft, lines: readonly LineView[]) => Promise<number | null>;
  /** Takes a step from a version. @returns the order as it is then; null if it was refused */
  readonly move: (to: OrderState, version: number, reason?: string) => Promise<AnswerTo<'moverPedido'> | null>;
  /** Puts away what was refused. */
  readonly reset: () => void;
}

/** The ways to write an order that is there. What is refused stays to be shown, until the next try. */
export function useOrderWrites(order: Order): OrderWrites {
  const client = useQueryClient();
  const change = useTell('cambiarPedido', afterWriting);
  const step = useTell('moverPedido', afterWriting);
  const [refusal, setRefusal] = useState(nothingRefused);
  const [error, setError] = useState<Error | null>(null);
  const reset = () => {
    setRefusal(nothingRefused);
    setError(null);
  };
  const failed = (thrown: unknown, sent: readonly LineView[]) => {
    setRefusal(refusalOf(thrown, sent));
    setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    // Somebody else was first: what they have written is shown at once.
    const isLate = thrown instanceof ApiProblem && (thrown.status === 412 || thrown.status === 409);
    if (isLate) void client.invalidateQueries({ queryKey: ['api', 'verPedido'] });
    return null;
  };
  const params = { id: order.id };
  return {
    saving: change.isPending || step.isPending,
    movingTo: step.isPending ? step.variables.body.estado : null,
    refusal,
    error,
    reset,
    save: async (draft, lines) => {
      reset();
      const headers = { 'if-match': versionTag(draft.version ?? order.version) };
      try {
        const { body } = await change.mutateAsync({ params, headers, body: changesBody(draft, lines, draft.field) });
        return body.version;
      } catch (thrown) {
        return failed(thrown, changedLines(lines));
      }
    },
    move: async (to, version, reason) => {
      reset();
      const body = reason === undefined ? { estado: to } : { estado: to, motivo: reason };
      try {
        return (await step.mutateAsync({ params, headers: { 'if-match': versionTag(version) }, body })).body;
      } catch (thrown) {
        return failed(thrown, []);
      }
    },
  };
}
