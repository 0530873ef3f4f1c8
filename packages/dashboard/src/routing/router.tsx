import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { FailureState } from '../components/index.ts';
import { BASE, parseSearch, writeSearch } from '../navigation/index.ts';
import { NotFound } from './NotFound.tsx';
import { PageFrame } from './PageFrame.tsx';

const root = createRootRoute({ component: PageFrame, notFoundComponent: NotFound });
const at = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component });

/** Each page is a chunk of its own. */
const routes = [
  at(
    '/',
    lazyRouteComponent(() => import('../pages/summary/SummaryPage.tsx'), 'SummaryPage'),
  ),
  at(
    '/ventas',
    lazyRouteComponent(() => import('../pages/sales/SalesPage.tsx'), 'SalesPage'),
  ),
  at(
    '/inventario',
    lazyRouteComponent(() => import('../pages/inventory/InventoryPage.tsx'), 'InventoryPage'),
  ),
  at(
    '/productos/$id',
    lazyRouteComponent(() => import('../pages/product/ProductPage.tsx'), 'ProductPage'),
  ),
  at(
    '/clases',
    lazyRouteComponent(() => import('../pages/classes/ClassesPage.tsx'), 'ClassesPage'),
  ),
  at(
    '/pedidos',
    lazyRouteComponent(() => import('../pages/orders/OrdersPage.tsx'), 'OrdersPage'),
  ),
  at(
    '/pedidos/nuevo',
    lazyRouteComponent(() => import('../pages/orders/NewOrderPage.tsx'), 'NewOrderPage'),
  ),
  at(
    '/pedidos/$id',
    lazyRouteComponent(() => import('../pages/orders/OrderPage.tsx'), 'OrderPage'),
  ),
  at(
    '/cargas',
    lazyRouteComponent(() => import('../pages/loads/LoadsPage.tsx'), 'LoadsPage'),
  ),
  at(
    '/consulta',
    lazyRouteComponent(() => import('../pages/query/QueryPage.tsx'), 'QueryPage'),
  ),
  at(
    '/administracion',
    lazyRouteComponent(() => import('../pages/administration/AdministrationPage.tsx'), 'AdministrationPage'),
  ),
  at(
    '/perfil',
    lazyRouteComponent(() => import('../pages/profile/ProfilePage.tsx'), 'ProfilePage'),
  ),
];

/** Opens the page that the address bar names. */
export function createPages() {
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: BASE,
    parseSearch,
    stringifySearch: writeSearch,
    scrollRestoration: true,
    defaultErrorComponent: ({ error, reset }) => <FailureState error={error} onRetry={reset} retrying={false} />,
  });
}
