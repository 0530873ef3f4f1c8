import { useAsk, useSession } from '../../hooks/index.ts';

/** Who is signed in, and how. */
export interface Me {
  readonly id: string;
  /** Signed in with a password or a link. Unknown is taken for yes: the API refuses, and says why. */
  readonly inPerson: boolean;
  /** Administrators may have another second factor, but not none again. */
  readonly keepsFactor: boolean;
  readonly factor: 'activo' | 'pendiente' | 'no' | undefined;
}

export function useMe(): Me {
  const id = useSession().data?.user?.id ?? '';
  const body = useAsk('verSesion', {}).data?.body;
  const keepsFactor = body?.usuario.rol === 'super_admin';
  return { id, inPerson: body?.en_persona ?? true, keepsFactor, factor: body?.segundo_factor };
}
