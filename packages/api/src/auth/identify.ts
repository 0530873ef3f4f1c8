import { findPrincipals, type AnonymousContext, type Credential, type Principal } from '@fluxion/engine/operations';
import type { FastifyRequest } from 'fastify';
import { inBatches } from '../http/in-batches.ts';
import { readAgain } from '../http/read-again.ts';
import { credentialOf } from './credential.ts';

/** More are looked up by the next statement. */
const most = 200;

/** Tells who sends a request; undefined if it shows nothing of anybody, or what no longer holds. */
export function identifier(db: AnonymousContext['db']): (request: FastifyRequest) => Promise<Principal | undefined> {
  const find = inBatches((input: readonly Credential[]) => findPrincipals({ ctx: { db }, input }), { most });
  return async (request) => {
    const credential = credentialOf(request);
    return credential && readAgain(() => find(credential));
  };
}
