const es = {
  failed: 'El gráfico no se pudo cargar. La tabla muestra lo mismo.',
  noData: 'sin datos',
  change: 'Cambio',
  meanOf: (days: number) => `Promedio de ${days} días`,
  eachDay: 'Cada día',
  weekOf: (day: string) => `Semana del ${day}`,
  cursor: (label: string) => `${label}: recorrer con las flechas`,
  chooseHint: 'Arrastre sobre el gráfico para elegir un periodo; con el teclado, Mayús y flechas, y luego Entrar.',
  chosen: (range: string) => `Periodo elegido: ${range}`,
  less: 'menos',
  more: 'más',
  belowZero: 'bajo cero',
  others: (count: string) => `Otros ${count}`,
  compared: (value: string) => `antes ${value}`,
  share: (share: string) => `${share} del total`,
};

type Words = typeof es;

const en: Words = {
  failed: 'The chart could not be loaded. The table shows the same.',
  noData: 'no data',
  change: 'Change',
  meanOf: (days) => `Mean of ${days} days`,
  eachDay: 'Each day',
  weekOf: (day) => `Week of ${day}`,
  cursor: (label) => `${label}: move with the arrow keys`,
  chooseHint: 'Drag over the chart to choose a period; with the keyboard, Shift and arrows, then Enter.',
  chosen: (range) => `Period chosen: ${range}`,
  less: 'less',
  more: 'more',
  belowZero: 'below zero',
  others: (count) => `${count} others`,
  compared: (value) => `before ${value}`,
  share: (share) => `${share} of the total`,
};

/** What the charts say themselves. */
export const texts = { es, en };
