import { useState } from 'react';
import { mannerOf, type Order, type OrderState } from '../model/index.ts';
import type { OrderEditing } from './useOrderEditing.ts';

/** From the press of a button to the step: what is in the way is told, what cannot be taken back is asked about. */
export function useSteps(order: Order, editing: OrderEditing) {
  const [asking, ask] = useState<OrderState | null>(null);
  const [found, setFound] = useState<readonly string[]>([]);
  const start = (to: OrderState) => {
    const { tone, confirm } = mannerOf(order.estado, to);
    const obstacle = tone === 'main' ? editing.obstacle(to) : null;
    setFound(obstacle === null ? [] : [obstacle]);
    editing.writes.reset();
    if (obstacle !== null) return;
    if (confirm) ask(to);
    else void editing.step(to);
  };
  const go = (reason: string | undefined) => {
    if (asking !== null) void editing.step(asking, reason);
    ask(null);
  };
  return { asking, ask, found, start, go };
}
