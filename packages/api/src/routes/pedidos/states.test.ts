import { estadosPedido, lineasPorPedido } from '@fluxion/contract';
import { mostLines, orderStates } from '@fluxion/engine/operations';
import { expect, it } from 'vitest';

it('the contract names the states that orders have, and their limit', () => {
  expect(estadosPedido).toEqual(orderStates);
  expect(lineasPorPedido).toBe(mostLines);
});
