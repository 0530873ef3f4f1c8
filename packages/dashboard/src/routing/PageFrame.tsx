import { Outlet, useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import { RouterProvider } from 'react-aria-components';
import { Shell } from '../components/index.ts';
import { useSession } from '../hooks/index.ts';

/** Links of every component open their page without loading the document again. */
export function PageFrame() {
  const { history } = useRouter();
  const session = useSession();
  const user = session.data?.user;
  if (!user) return null;
  return (
    <RouterProvider navigate={(href) => history.push(href)}>
      <Shell user={user}>
        <Suspense>
          <Outlet />
        </Suspense>
      </Shell>
    </RouterProvider>
  );
}
