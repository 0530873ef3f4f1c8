export const words = {
  es: {
    sortBy: 'Ordenar por',
    asItComes: 'Como viene',
    ascending: 'Orden ascendente; cambiar a descendente',
    descending: 'Orden descendente; cambiar a ascendente',
    loadingMore: 'Cargando más filas…',
    nothing: 'No hay filas que mostrar.',
    total: 'Total',
  },
  en: {
    sortBy: 'Sort by',
    asItComes: 'As it comes',
    ascending: 'Ascending; change to descending',
    descending: 'Descending; change to ascending',
    loadingMore: 'Loading more rows…',
    nothing: 'There are no rows to show.',
    total: 'Total',
  },
};
