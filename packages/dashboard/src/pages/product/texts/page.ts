const es = {
  title: 'Producto',
  missingTitle: 'No existe ese producto',
  missing: 'La dirección nombra un producto que no está en el catálogo. Búsquelo en el inventario.',
  toInventory: 'Ir al inventario',
  inDollars: (day: string) => `El inventario en dólares, a la tasa del ${day}.`,

  classes: (abc: string, xyz: string) => `Clase ${abc}${xyz}`,
  perishable: 'Perecedero',
  cold: 'Requiere frío',
  inactive: 'Inactivo',
  discontinued: 'Descontinuado',
  discontinuedSince: (day: string) => `Descontinuado desde el ${day}`,
  provisional: 'Provisional: se vendió antes de estar en el catálogo',

  figuresLabel: 'Indicadores del producto',
  stock: 'Existencia',
  stockDefinition:
    'Lo que hay del producto en las tiendas en pantalla, según sus registros. Lo que está en negativo se resta.',
  inStores: (count: number, written: string) => (count === 1 ? 'en 1 ubicación' : `en ${written} ubicaciones`),
  urgentIn: (count: number, written: string) =>
    count === 1 ? 'crítica o agotada en 1' : `crítica o agotada en ${written}`,
  value: 'Valor a costo',
  valueDefinition: 'Lo que costó la existencia de las tiendas en pantalla, según sus registros.',
  unitCost: (money: string) => `costo promedio ${money}`,
  cover: 'Días de cobertura',
  coverDefinition: (days: string) =>
    `Cuánto dura la existencia al ritmo de venta: la existencia, entre las unidades vendidas por día en los últimos ${days} días.`,
  demand: (units: string) => `${units} por día`,
  sales: 'Venta',
  salesDefinition: 'Lo facturado del producto en los días en pantalla, menos las devoluciones.',
  units: 'Unidades vendidas',
  unitsDefinition: 'Unidades vendidas en los días en pantalla, menos las devueltas.',
  margin: 'Margen',
  marginDefinition:
    'Lo que queda de la venta después del costo que tenía el producto el día de cada venta, en % de la venta.',
  stockouts: 'Días sin existencia',
  stockoutsDefinition:
    'Días en que una tienda vendió pero no tenía este producto, sumados los de todas las tiendas en pantalla.',
  stockoutStores: (count: number, written: string) => (count === 1 ? 'en 1 tienda' : `en ${written} tiendas`),
  noStockouts: 'No faltó ningún día',
  before: 'Periodo anterior',
  yearBefore: 'Año anterior, mismos días',
};

const en: typeof es = {
  title: 'Product',
  missingTitle: 'There is no such product',
  missing: 'The address names a product that is not in the catalogue. Look for it in the inventory.',
  toInventory: 'Go to the inventory',
  inDollars: (day) => `The inventory in dollars, at the rate of ${day}.`,

  classes: (abc, xyz) => `Class ${abc}${xyz}`,
  perishable: 'Perishable',
  cold: 'Needs cold',
  inactive: 'Inactive',
  discontinued: 'Discontinued',
  discontinuedSince: (day) => `Discontinued since ${day}`,
  provisional: 'Provisional: sold before it was in the catalogue',

  figuresLabel: 'Figures of the product',
  stock: 'Stock',
  stockDefinition:
    'What there is of the product in the stores on screen, as recorded. What is below zero is subtracted.',
  inStores: (count, written) => (count === 1 ? 'in 1 location' : `in ${written} locations`),
  urgentIn: (count, written) => (count === 1 ? 'critical or gone in 1' : `critical or gone in ${written}`),
  value: 'Value at cost',
  valueDefinition: 'What the stock of the stores on screen has cost, as recorded.',
  unitCost: (money) => `average cost ${money}`,
  cover: 'Days of cover',
  coverDefinition: (days) =>
    `How long the stock lasts at the pace of sales: the stock, divided by the units sold per day in the last ${days} days.`,
  demand: (units) => `${units} per day`,
  sales: 'Sales',
  salesDefinition: 'What was invoiced of the product on the days on screen, less returns.',
  units: 'Units sold',
  unitsDefinition: 'Units sold on the days on screen, less those returned.',
  margin: 'Margin',
  marginDefinition: 'What is left of sales after the cost that the product had on the day of each sale, in % of sales.',
  stockouts: 'Days without stock',
  stockoutsDefinition:
    'Days on which a store sold but did not have this product, those of all stores on screen added up.',
  stockoutStores: (count, written) => (count === 1 ? 'in 1 store' : `in ${written} stores`),
  noStockouts: 'It was never missing',
  before: 'Period before',
  yearBefore: 'Year before, same weekdays',
};

/** What the top of the page says. */
export const pageWords = { es, en };
