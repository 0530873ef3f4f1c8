export const words = {
  es: {
    open: (label: string) => `${label}: de dónde sale`,
    asOf: 'Datos al',
    inStores: (place: string) => `en las tiendas (${place})`,
    engine: 'Calculado en',
    engines: {
      mirror: 'la copia para análisis (DuckDB), exacta a esa hora',
      postgres: 'la base de datos (PostgreSQL)',
    },
    address: 'Dirección',
    curl: 'Copiar como curl',
  },
  en: {
    open: (label: string) => `${label}: where it comes from`,
    asOf: 'Data as of',
    inStores: (place: string) => `at the stores (${place})`,
    engine: 'Computed in',
    engines: {
      mirror: 'the copy for analysis (DuckDB), exact at that time',
      postgres: 'the database (PostgreSQL)',
    },
    address: 'Address',
    curl: 'Copy as curl',
  },
};
