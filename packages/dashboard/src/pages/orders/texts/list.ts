/** Words of the list of orders. */
export const listWords = {
  es: {
    title: 'Pedidos',
    lead: 'Lo que las tiendas piden, de la solicitud a la llegada.',
    resume: 'Seguir con el pedido nuevo',
    statesLabel: 'Estados a la vista',
    from: 'Desde',
    to: 'Hasta',
    anySource: 'Se pide a cualquiera',
    order: 'Pedido',
    state: 'Estado',
    emptyTitle: 'Todavía no hay pedidos',
    empty:
      'Haga el primero: elija la tienda, a quién se pide y los productos. Se guarda como borrador hasta que lo solicite.',
    noneTitle: 'Ningún pedido con estos filtros',
    none: 'Quite alguno, o véalos todos.',
    clear: 'Ver todos los pedidos',
    oneProduct: 'Se muestran los pedidos con el primero de los productos elegidos.',
  },
  en: {
    title: 'Orders',
    lead: 'What stores ask for, from the request to its arrival.',
    resume: 'Go on with the new order',
    statesLabel: 'States on screen',
    from: 'From',
    to: 'To',
    anySource: 'Ordered from anybody',
    order: 'Order',
    state: 'State',
    emptyTitle: 'There are no orders yet',
    empty:
      'Write the first one: choose the store, whom to order from and the products. It stays a draft until you request it.',
    noneTitle: 'No order with these filters',
    none: 'Take one of them away, or see all orders.',
    clear: 'See all orders',
    oneProduct: 'Orders with the first of the chosen products are shown.',
  },
};
