import type { RequestOf, SesionRequest, usarEnlace, Usuario } from '@fluxion/contract';
import { api, isUnauthenticated } from './api.ts';

type LinkRequest = RequestOf<typeof usarEnlace>['body'];

/** What opens a session: mail and password, an API key, or a one-time link with the password that it sets. */
export type Credentials = SesionRequest | LinkRequest;

/** Who is signed in, or null if nobody is. */
export async function fetchUser(signal?: AbortSignal): Promise<Usuario | null> {
  try {
    const { body } = await api.verSesion(signal === undefined ? {} : { signal });
    return body.usuario;
  } catch (error) {
    if (isUnauthenticated(error)) return null;
    throw error;
  }
}

/** Exchanges credentials for a session cookie that no script can read. */
export async function openSession(credentials: Credentials): Promise<void> {
  if ('enlace' in credentials) await api.usarEnlace({ body: credentials });
  else await api.abrirSesion({ body: credentials });
}

/** Ends the session on the server. */
export async function closeSession(): Promise<void> {
  await api.cerrarSesion();
}
