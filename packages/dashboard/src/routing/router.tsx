import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ApiProblem } from '../client/index.ts';
import { FailureState } from '../components/index.ts';
import { BASE, parseSearch, writeSearch } from '../navigation/index.ts';
import { NotFound } from './NotFound.tsx';
import { pageScript, reloadOnceReachable } from './page-script.ts';
import { PageFrame } from './PageFrame.tsx';

const root = createRootRoute({ component: PageFrame, notFoundComponent: NotFound });
const at = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component });

/** Each page is a chunk of its own. */
const routes = [
  at(
    '/',
    lazyRouteComponent(() => pageScript(import('../pages/summary/SummaryPage.tsx')), 'SummaryPage'),
  ),
  at(
    '/ventas',
    lazyRouteComponent(() => pageScript(import('../pages/sales/SalesPage.tsx')), 'SalesPage'),
  ),
  at(
    '/inventario',
    lazyRouteComponent(() => pageScript(import('../pages/inventory/InventoryPage.tsx')), 'InventoryPage'),
  ),
  at(
    '/productos/$id',
    lazyRouteComponent(() => pageScript(import('../pages/product/ProductPage.tsx')), 'ProductPage'),
  ),
  at(
    '/clases',
    lazyRouteComponent(() => pageScript(import('../pages/classes/ClassesPage.tsx')), 'ClassesPage'),
  ),
  at(
    '/pedidos',
    lazyRouteComponent(() => pageScript(import('../pages/orders/OrdersPage.tsx')), 'OrdersPage'),
  ),
  at(
    '/pedidos/nuevo',
    lazyRouteComponent(() => pageScript(import('../pages/orders/NewOrderPage.tsx')), 'NewOrderPage'),
  ),
  at(
    '/pedidos/$id',
    lazyRouteComponent(() => pageScript(import('../pages/orders/OrderPage.tsx')), 'OrderPage'),
  ),
  at(
    '/cargas',
    lazyRouteComponent(() => pageScript(import('../pages/loads/LoadsPage.tsx')), 'LoadsPage'),
  ),
  at(
    '/consulta',
    lazyRouteComponent(() => pageScript(import('../pages/query/QueryPage.tsx')), 'QueryPage'),
  ),
  at(
    '/administracion',
    lazyRouteComponent(
      () => pageScript(import('../pages/administration/AdministrationPage.tsx')),
      'AdministrationPage',
    ),
  ),
  at(
    '/perfil',
    lazyRouteComponent(() => pageScript(import('../pages/profile/ProfilePage.tsx')), 'ProfilePage'),
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
    defaultErrorComponent: ({ error, reset }) => {
      const retry = error instanceof ApiProblem ? () => void reloadOnceReachable() : reset;
      return <FailureState error={error} onRetry={retry} retrying={false} />;
    },
  });
}
