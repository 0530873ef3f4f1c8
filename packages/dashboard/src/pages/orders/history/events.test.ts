import { expect, test } from 'vitest';
import { eventsOf } from './events.ts';

const row = {
  id: '1',
  momento: '2025-10-31T12:00:00Z',
  usuario_id: 'u1',
  usuario: 'Ana',
  operacion: 'crear' as const,
  producto_id: null,
  descripcion: null,
  campo: 'estado',
  antes: null,
  despues: 'borrador',
};
const line = { ...row, id: '2', producto_id: 'P1', descripcion: 'Arroz', campo: 'cantidad_solicitada', despues: '84' };

test('what one person did at once is one event', () => {
  const events = eventsOf([
    row,
    line,
    { ...line, campo: 'cantidad_aprobada', despues: '84' },
    {
      ...row,
      id: '3',
      momento: '2025-10-31T13:00:00Z',
      operacion: 'cambiar',
      antes: 'borrador',
      despues: 'solicitado',
    },
    {
      ...line,
      id: '4',
      momento: '2025-10-31T13:00:00Z',
      usuario: null,
      operacion: 'quitar',
      antes: '84',
      despues: null,
    },
  ]);
  expect(events.map(({ person, changes }) => [person, changes.map(({ kind, product }) => [kind, product])])).toEqual([
    [
      'Ana',
      [
        ['created', null],
        ['added', 'Arroz'],
      ],
    ],
    ['Ana', [['field', null]]],
    [null, [['removed', 'Arroz']]],
  ]);
});
