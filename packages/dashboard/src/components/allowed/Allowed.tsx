import type { ReactNode } from 'react';
import { roles, type Rol } from '../../client/index.ts';
import { useSession } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { EmptyState } from '../notice/EmptyState.tsx';

export interface AllowedProps {
  /** From this role upwards. */
  readonly role: Rol;
  readonly children: ReactNode;
  /** Shown to others; unless told, that their role does not allow it. Null where a part is simply not offered. */
  readonly otherwise?: ReactNode;
}

/** What only some roles may see or do. The API holds it; this says so kindly. */
export function Allowed({ role, children, otherwise }: AllowedProps) {
  const { failure } = useLocale().texts;
  if (useHasRole(role)) return children;
  if (otherwise !== undefined) return otherwise;
  return <EmptyState title={failure.forbiddenTitle} text={failure.forbidden} />;
}

/** Whether the person signed in has this role, or one above it. */
export function useHasRole(role: Rol): boolean {
  const user = useSession().data?.user;
  return user != null && roles.indexOf(user.rol) >= roles.indexOf(role);
}
