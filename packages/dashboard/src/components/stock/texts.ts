import type { StockState } from './states.ts';

const es = {
  states: {
    SIN_STOCK: 'Sin existencia',
    CRITICO: 'Crítico',
    BAJO: 'Bajo',
    NORMAL: 'Normal',
    EXCESO: 'Exceso',
  } satisfies Record<StockState, string>,
  negative: 'En negativo',
  /** What makes a product be in each state. */
  meaning: {
    SIN_STOCK: 'No hay registro de existencia.',
    CRITICO: 'En el mínimo o por debajo.',
    BAJO: 'En el punto de reorden o por debajo.',
    NORMAL: 'Entre el punto de reorden y el máximo.',
    EXCESO: 'En el máximo o por encima.',
  } satisfies Record<StockState, string>,
};

const en: typeof es = {
  states: { SIN_STOCK: 'No stock', CRITICO: 'Critical', BAJO: 'Low', NORMAL: 'Normal', EXCESO: 'Excess' },
  negative: 'Negative',
  meaning: {
    SIN_STOCK: 'There is no record of any stock.',
    CRITICO: 'At the minimum or below.',
    BAJO: 'At the reorder point or below.',
    NORMAL: 'Between the reorder point and the maximum.',
    EXCESO: 'At the maximum or above.',
  },
};

/** The states of a product's stock in a store, in words. */
export const stockWords = { es, en };
