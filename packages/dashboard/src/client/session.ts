import type { SesionRequest, SesionResponse, Usuario } from '@fluxion/contract';
import { isUnauthenticated } from './errors.ts';
import { request } from './http.ts';

/** Who is signed in, or null if nobody is. */
export async function fetchUser(signal?: AbortSignal): Promise<Usuario | null> {
  try {
    const body = (await request('/sesion', signal === undefined ? {} : { signal })) as SesionResponse;
    return body.usuario;
  } catch (error) {
    if (isUnauthenticated(error)) return null;
    throw error;
  }
}

/** Exchanges an access token for a session cookie that no script can read. */
export async function openSession(token: string): Promise<void> {
  const body: SesionRequest = { token };
  await request('/sesion', { method: 'POST', body });
}

/** Ends the session on the server. */
export async function closeSession(): Promise<void> {
  await request('/sesion', { method: 'DELETE' });
}
