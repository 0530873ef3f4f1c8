import { Cargas, DiaCalendario } from '@fluxion/contract';
import { dayStates, loadOutcomes } from '@fluxion/engine/operations';
import { expect, it } from 'vitest';

it('publishes the outcomes of loads and the states of days that the engine knows', () => {
  expect(Cargas.row.properties.resultado).toMatchObject({ enum: loadOutcomes });
  expect(DiaCalendario.properties.estado).toMatchObject({ enum: dayStates });
});
