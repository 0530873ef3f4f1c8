import { roles as published } from '@fluxion/contract';
import { roles } from '@fluxion/engine/operations';
import { expect, it } from 'vitest';

it('publishes the roles that the engine knows, in their order', () => {
  expect(published).toEqual(roles);
});
