import { Carga, DiaHuecos } from '@fluxion/contract';
import { dayStates, loadOutcomes } from '@fluxion/engine/operations';
import { expect, it } from 'vitest';

it('publishes the outcomes of loads and the states of days that the engine knows', () => {
  expect(Carga.properties.resultado.enum).toEqual(loadOutcomes);
  expect(DiaHuecos.properties.estado.enum).toEqual(dayStates);
});
