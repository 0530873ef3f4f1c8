const es = {
  title: 'Resumen',
  loading: 'Cargando los datos…',
  loaded: (range: string) => `Datos de ${range} en pantalla.`,
  days: (count: number, written: string) => (count === 1 ? '1 día' : `${written} días`),
  comparedWith: (range: string) => `Comparado con ${range}`,
  notCompared: 'Sin periodo anterior completo para comparar',
  refresh: 'Actualizar',
  refreshing: 'Actualizando…',
  dataUntil: (day: string) => `Datos hasta el ${day}`,
  asOf: (time: string) => `Consultado a las ${time}`,

  metrics: 'Indicadores del periodo',
  previous: 'Periodo anterior',
  lastYear: 'Mismos días, año pasado',
  sales: 'Ventas',
  receipts: 'Facturas',
  ticket: 'Ticket promedio',
  units: 'Unidades',
  margin: 'Margen',
  stockouts: 'Quiebres',
  stockValue: 'Valor del inventario',
  returnedLines: (count: number, written: string) => (count === 1 ? '1 línea devuelta' : `${written} líneas devueltas`),
  marginShare: (share: string) => `${share} % de la venta con costo`,
  lost: (days: string, money: string) => `${days} días sin existencia; venta perdida, según se estima: ${money}`,
  stockNote: (products: string) => `${products} productos con existencia, a costo de hoy`,
  definitions: {
    sales: 'Todo lo vendido en el periodo, menos las devoluciones.',
    receipts: 'Números de factura distintos de cada tienda y día. Las líneas sin número no cuentan en ninguna.',
    ticket: 'Las ventas entre las facturas.',
    units: 'Las unidades vendidas, menos las devueltas.',
    margin: 'Ventas menos costo, de las líneas de las que se conoce el costo. El costo es el del día de la venta.',
    stockouts:
      'Productos que alguna tienda no tuvo en días en que abrió, y que por eso dejó de vender. El mismo producto en dos tiendas cuenta dos veces.',
    stockValue:
      'Lo que cuesta toda la existencia de hoy. Las existencias negativas no restan: son señal de registros errados. No depende del periodo; se compara con lo que había al final del periodo anterior y de los mismos días del año pasado, al costo de hoy.',
    daily: 'Lo vendido cada día menos lo devuelto. Un día sin datos es un hueco en la línea, no un cero.',
    stores: 'Ventas de cada tienda en el periodo, y hasta qué día hay datos de ella.',
  },

  dailyTitle: 'Ventas por día',
  thisPeriod: 'Este periodo',
  against: 'Comparar con',
  againstPrevious: 'Antes',
  againstYear: 'Año pasado',
  weeksBefore: (days: number) => {
    if (days % 7 !== 0) return days === 1 ? 'El día anterior' : `${days} días antes`;
    return days === 7 ? 'Una semana antes' : `${days / 7} semanas antes`;
  },
  chartLabel: (range: string) => `Gráfico de ventas por día, ${range}`,
  dailyTable: 'Tabla de ventas por día',
  day: 'Día',
  change: 'Cambio',
  comparedDay: 'Día comparado',
  comparedSales: 'Ventas de ese día',
  noData: 'Sin datos',
  missingDays: (count: number, written: string) => (count === 1 ? '1 día sin datos' : `${written} días sin datos`),

  storesTitle: 'Ventas por tienda',
  storeCount: (count: number, written: string) => (count === 1 ? '1 tienda' : `${written} tiendas`),
  store: 'Tienda',
  share: 'Participación',
  changeYear: 'Cambio en un año',
  marginPercent: 'Margen %',
  until: 'Datos hasta',
  total: 'Total',
  behind: (days: number, written: string) => (days === 1 ? '1 día de atraso' : `${written} días de atraso`),
  never: 'Sin datos',
  late: (count: number, written: string) => (count === 1 ? '1 tienda atrasada' : `${written} tiendas atrasadas`),
  upToDate: 'Todas al día',

  attention: {
    title: 'Piden atención',
    definition:
      'Lo que alguien debe revisar hoy: datos que no llegaron, existencias críticas o por vencer, registros negativos. No depende del periodo.',
    none: 'Nada pide atención ahora.',
    late: (count: number, written: string) =>
      count === 1 ? '1 tienda con datos atrasados' : `${written} tiendas con datos atrasados`,
    gaps: (count: number, written: string) =>
      count === 1 ? '1 día que falta o quedó corto' : `${written} días que faltan o quedaron cortos`,
    critical: (count: number, written: string) =>
      count === 1 ? '1 existencia crítica' : `${written} existencias críticas`,
    expiring: (count: number, written: string) =>
      count === 1 ? '1 producto próximo a vencer' : `${written} productos próximos a vencer`,
    negative: (count: number, written: string) =>
      count === 1 ? '1 existencia negativa' : `${written} existencias negativas`,
    idle: (count: number, written: string) =>
      count === 1 ? '1 producto sin movimiento' : `${written} productos sin movimiento`,
    inStores: (names: string) => `En ${names}`,
    more: (names: string, others: string) => `${names} y ${others} más`,
    worst: 'Lo más urgente',
    left: (quantity: string, minimum: string) => `Quedan ${quantity}, mínimo ${minimum}`,
    seeAll: 'Ver todas las alertas',
  },

  empty: {
    noDataTitle: 'Todavía no hay ventas',
    noData: 'Traiga la base de datos de la cadena, o llene esta con una cadena de muestra:',
    noSalesTitle: 'No hay ventas en este periodo',
    noSales: (from: string, to: string) =>
      `Los datos van del ${from} al ${to}. Elija otro periodo, o vuelva al más reciente.`,
    goToLatest: 'Ver los últimos 30 días',
  },
};

export type Words = typeof es;

const en: Words = {
  title: 'Summary',
  loading: 'Loading the data…',
  loaded: (range) => `Data of ${range} on screen.`,
  days: (count, written) => (count === 1 ? '1 day' : `${written} days`),
  comparedWith: (range) => `Compared with ${range}`,
  notCompared: 'No whole previous period to compare with',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  dataUntil: (day) => `Data until ${day}`,
  asOf: (time) => `Asked at ${time}`,

  metrics: 'Figures of the period',
  previous: 'Previous period',
  lastYear: 'Same weekdays, last year',
  sales: 'Sales',
  receipts: 'Receipts',
  ticket: 'Average ticket',
  units: 'Units',
  margin: 'Margin',
  stockouts: 'Stockouts',
  stockValue: 'Stock value',
  returnedLines: (count, written) => (count === 1 ? '1 line returned' : `${written} lines returned`),
  marginShare: (share) => `${share}% of sales with a known cost`,
  lost: (days, money) => `${days} days without stock; sales lost, by estimate: ${money}`,
  stockNote: (products) => `${products} products in stock, at today’s cost`,
  definitions: {
    sales: 'Everything sold in the period, less returns.',
    receipts: 'Distinct receipt numbers of each store and day. Lines without a number count in none.',
    ticket: 'Sales divided by receipts.',
    units: 'Units sold, less those returned.',
    margin: 'Sales less cost, of the lines whose cost is known. The cost is that of the day of the sale.',
    stockouts:
      'Products that a store did not have on days when it was open, and so did not sell. The same product in two stores counts twice.',
    stockValue:
      'What today’s whole stock costs. Negative stock is not subtracted: it is a sign of wrong records. It does not depend on the period; it is compared with what was there at the end of the previous period and of the same days last year, at today’s cost.',
    daily: 'What was sold each day, less returns. A day without data is a gap in the line, not a zero.',
    stores: 'Each store’s sales in the period, and the day until which its data reach.',
  },

  dailyTitle: 'Sales by day',
  thisPeriod: 'This period',
  against: 'Compare with',
  againstPrevious: 'Before',
  againstYear: 'Last year',
  weeksBefore: (days) => {
    if (days % 7 !== 0) return days === 1 ? 'The day before' : `${days} days before`;
    return days === 7 ? 'A week before' : `${days / 7} weeks before`;
  },
  chartLabel: (range) => `Chart of sales by day, ${range}`,
  dailyTable: 'Table of sales by day',
  day: 'Day',
  change: 'Change',
  comparedDay: 'Compared day',
  comparedSales: 'That day’s sales',
  noData: 'No data',
  missingDays: (count, written) => (count === 1 ? '1 day without data' : `${written} days without data`),

  storesTitle: 'Sales by store',
  storeCount: (count, written) => (count === 1 ? '1 store' : `${written} stores`),
  store: 'Store',
  share: 'Share',
  changeYear: 'Change in a year',
  marginPercent: 'Margin %',
  until: 'Data until',
  total: 'Total',
  behind: (days, written) => (days === 1 ? '1 day behind' : `${written} days behind`),
  never: 'No data',
  late: (count, written) => (count === 1 ? '1 store behind' : `${written} stores behind`),
  upToDate: 'All up to date',

  attention: {
    title: 'Needs attention',
    definition:
      'What somebody should look at today: data that did not arrive, critical or expiring stock, negative records. It does not depend on the period.',
    none: 'Nothing needs attention now.',
    late: (count, written) => (count === 1 ? '1 store with late data' : `${written} stores with late data`),
    gaps: (count, written) => (count === 1 ? '1 day missing or short' : `${written} days missing or short`),
    critical: (count, written) => (count === 1 ? '1 critical stock' : `${written} critical stocks`),
    expiring: (count, written) => (count === 1 ? '1 product about to expire' : `${written} products about to expire`),
    negative: (count, written) => (count === 1 ? '1 negative stock' : `${written} negative stocks`),
    idle: (count, written) => (count === 1 ? '1 product without movement' : `${written} products without movement`),
    inStores: (names) => `In ${names}`,
    more: (names, others) => `${names} and ${others} more`,
    worst: 'Most urgent',
    left: (quantity, minimum) => `${quantity} left, minimum ${minimum}`,
    seeAll: 'See all alerts',
  },

  empty: {
    noDataTitle: 'No sales yet',
    noData: 'Bring the chain’s database, or fill this one with a sample chain:',
    noSalesTitle: 'No sales in this period',
    noSales: (from, to) => `The data run from ${from} to ${to}. Choose another period, or return to the latest.`,
    goToLatest: 'See the last 30 days',
  },
};

export const words = { es, en };
