import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { RouterProvider } from 'react-aria-components';
import { roles, type Usuario } from '../client/index.ts';
import { MAIN_ID, Navigation, Notices, Search, Shell } from '../components/index.ts';
import { useSession } from '../hooks/index.ts';
import { pageAt, pageList } from '../navigation/index.ts';

/** What stands around every page. Links of every component open their page without loading the document again. */
export function PageFrame() {
  const router = useRouter();
  const session = useSession().data;
  // While a session is over the pages wait, out of sight, for the person whose they are.
  const user = session && (session.user ?? session.held);
  useFocusOnOpening();
  if (!user) return null;
  return (
    <RouterProvider navigate={(href) => router.history.push(href)}>
      <Shell user={user} ways={<Ways user={user} />} notices={<Notices />}>
        <Suspense>
          <Outlet />
        </Suspense>
      </Shell>
    </RouterProvider>
  );
}

function Ways({ user }: { readonly user: Usuario }) {
  const current = pageAt(useLocation().pathname);
  const rank = roles.indexOf(user.rol);
  const pages = pageList.filter(({ role }) => roles.indexOf(role) <= rank);
  // Its keys would open it unseen, and take the focus from the sign-in that stands above.
  const isOver = useSession().data?.user === null;
  return (
    <>
      {isOver ? null : <Search pages={pages} />}
      <Navigation pages={pages} current={current} />
    </>
  );
}

/** The keyboard goes on in a page that has just been opened, unless the page has put the focus somewhere itself. */
function useFocusOnOpening(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        const main = document.getElementById(MAIN_ID);
        if (!pathChanged || fromLocation === undefined || main === null) return;
        if (!main.contains(document.activeElement)) main.focus({ preventScroll: true });
      }),
    [router],
  );
}
