import type { StockState } from './states.ts';

const es = {
  states: {
    SIN_STOCK: 'Sin existencia',
    CRITICO: 'Crítico',
    BAJO: 'Bajo',
    NORMAL: 'Normal',
    EXCESO: 'Exceso',
  } satisfies Record<StockState, string>,
  state: 'Estado',
  quantity: 'Existencia',
  level: 'Nivel',
  levelHint: 'La existencia frente al mínimo, el punto de reorden y el máximo.',
  minimum: 'Mínimo',
  reorder: 'Reorden',
  maximum: 'Máximo',
};

const en: typeof es = {
  states: { SIN_STOCK: 'No stock', CRITICO: 'Critical', BAJO: 'Low', NORMAL: 'Normal', EXCESO: 'Excess' },
  state: 'State',
  quantity: 'Stock',
  level: 'Level',
  levelHint: 'The stock against the minimum, the reorder point and the maximum.',
  minimum: 'Minimum',
  reorder: 'Reorder',
  maximum: 'Maximum',
};

/** The states of a product's stock in a store, in words. */
export const stockWords = { es, en };
