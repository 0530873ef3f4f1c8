const es = {
  title: 'Inventario',
  subtitle: 'Qué hay en cada tienda, qué falta y qué sobra.',
  inDollars: (day: string) => `El inventario en dólares, a la tasa del ${day}.`,
  loading: 'Cargando el inventario…',

  figuresLabel: 'Indicadores del inventario',
  value: 'Valor del inventario',
  valueDefinition:
    'Lo que costó todo lo que hay, tienda por tienda. Lo que está en negativo no se resta: se cuenta aparte.',
  inStock: (count: string) => `${count} productos con existencia`,
  withoutCost: (count: string) => `${count} sin costo conocido`,
  urgent: 'Críticos o sin existencia',
  urgentDefinition:
    'Productos configurados en una tienda que están en su mínimo o por debajo, o de los que no hay registro. El que falta en dos tiendas cuenta dos veces.',
  ofConfigured: (share: string, count: string) => `${share} de ${count} configurados`,
  cover: 'Días de cobertura',
  coverDefinition: (days: string) =>
    `Cuánto dura el inventario al ritmo de venta: su valor, entre el costo de lo vendido por día en los últimos ${days} días.`,
  coverNote: (range: string) => `Al ritmo de ${range}`,
  coverNone: 'Sin ventas con costo para medirla',
  negative: 'En negativo',
  negativeDefinition:
    'Productos cuyo registro dice que hay menos que nada. Se vendió lo que no se había recibido, o el conteo está mal: conviene revisarlos.',
  negativeUnits: (units: string) => `${units} unidades`,
  idle: 'Dinero parado',
  idleDefinition: (days: string) =>
    `Lo que costó la existencia de la que no se vendió nada en los últimos ${days} días, sin contar lo que entró en ellos.`,
  idleProducts: (count: string) => `${count} productos sin venta`,
  excess: 'En exceso',
  excessDefinition: 'Productos configurados en una tienda que están en su máximo o por encima.',
  see: 'Ver cuáles',
  seeOf: (label: string) => `Ver cuáles: ${label}`,

  health: { tienda: 'Salud de cada tienda', categoria: 'Salud de cada categoría' },
  healthDefinition:
    'Cuántos de los productos configurados están en cada estado. Sin existencia: no hay registro. Crítico: en el mínimo o menos. Bajo: en el punto de reorden o menos. Exceso: en el máximo o más.',
  by: 'Agrupar por',
  byOf: { tienda: 'Tienda', categoria: 'Categoría' },
  states: 'Estados',
  statesOf: (name: string) => `Productos de ${name} por estado`,
  configured: 'Configurados',
  urgentShort: 'Piden atención',
  urgentHint: 'Críticos y sin existencia.',
  valueShort: 'Valor',
  share: 'Parte del valor',
  coverShort: 'Cobertura (días)',
  coverHint: 'Valor entre el costo de lo vendido por día.',
  negatives: 'En negativo',
  negativeValue: 'Valor en negativo',
  units: 'Unidades',
  products: 'Con existencia',
  total: 'Total',

  emptyTitle: 'No hay inventario que mostrar',
  empty: 'Ninguna tienda tiene existencia con estos filtros. Quite alguno, o cargue el inventario de la tienda.',
  noneLoaded: 'Todavía no se ha cargado el inventario de ninguna tienda. Cuando llegue, aparecerá aquí.',
  clear: 'Quitar los filtros',
};

const en: typeof es = {
  title: 'Inventory',
  subtitle: 'What each store has, what is missing and what is too much.',
  inDollars: (day) => `The inventory in dollars, at the rate of ${day}.`,
  loading: 'Loading the inventory…',

  figuresLabel: 'Inventory figures',
  value: 'Inventory value',
  valueDefinition:
    'What everything in stock has cost, store by store. What is below zero is not subtracted: it is counted apart.',
  inStock: (count) => `${count} products in stock`,
  withoutCost: (count) => `${count} of unknown cost`,
  urgent: 'Critical or without stock',
  urgentDefinition:
    'Products configured in a store that are at their minimum or below, or of which there is no record. One that is missing in two stores counts twice.',
  ofConfigured: (share, count) => `${share} of ${count} configured`,
  cover: 'Days of cover',
  coverDefinition: (days) =>
    `How long the inventory lasts at the pace of sales: its value, divided by the cost of what was sold per day in the last ${days} days.`,
  coverNote: (range) => `At the pace of ${range}`,
  coverNone: 'No sales with a cost to measure it by',
  negative: 'Below zero',
  negativeDefinition:
    'Products whose record says that there is less than nothing. Something was sold before it was received, or the count is wrong: worth a look.',
  negativeUnits: (units) => `${units} units`,
  idle: 'Idle money',
  idleDefinition: (days) =>
    `What the stock has cost of which nothing was sold in the last ${days} days, leaving out what came in during them.`,
  idleProducts: (count) => `${count} products without sales`,
  excess: 'In excess',
  excessDefinition: 'Products configured in a store that are at their maximum or above.',
  see: 'See which',
  seeOf: (label) => `See which: ${label}`,

  health: { tienda: 'Health of each store', categoria: 'Health of each category' },
  healthDefinition:
    'How many of the configured products are in each state. No stock: there is no record. Critical: at the minimum or below. Low: at the reorder point or below. Excess: at the maximum or above.',
  by: 'Group by',
  byOf: { tienda: 'Store', categoria: 'Category' },
  states: 'States',
  statesOf: (name) => `Products of ${name} by state`,
  configured: 'Configured',
  urgentShort: 'Need attention',
  urgentHint: 'Critical and without stock.',
  valueShort: 'Value',
  share: 'Share of value',
  coverShort: 'Cover (days)',
  coverHint: 'Value divided by the cost of what is sold per day.',
  negatives: 'Below zero',
  negativeValue: 'Value below zero',
  units: 'Units',
  products: 'In stock',
  total: 'Total',

  emptyTitle: 'There is no inventory to show',
  empty: 'No store has any stock under these filters. Remove one, or load the store’s inventory.',
  noneLoaded: 'No store’s stock has been loaded yet. When it arrives, it will appear here.',
  clear: 'Remove the filters',
};

/** What the top of the page says. */
export const overviewWords = { es, en };
