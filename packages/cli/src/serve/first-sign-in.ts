import type { SqlRunner } from '@fluxion/engine/base';
import {
  administratorCanSignIn,
  createLink,
  createLocalToken,
  ensureLocalAdministrator,
  revokeToken,
} from '@fluxion/engine/operations';
import { atMost, farewellMs } from '../at-most.ts';

/**
 * How people come in before any administrator has a password. Once one has, nothing is made and nothing printed: who starts
 * the server, or reads its log, is not who may do everything.
 */
export interface FirstSignIn {
  /** Of the local administrator: it signs in for as long as this run lasts. */
  readonly token: string | undefined;
  /** Lets the local administrator choose a password, once and within a day. */
  readonly link: string | undefined;
  /** Ends the token; browsers that signed in with it stay so. */
  end(): Promise<void>;
}

/** Made anew at each start: never those of another `up` on the same database. The day is for a run that is killed. */
const token = { name: 'fluxion up', validDays: 1 };

/** Makes what the first administrator signs in with, where there is none who can. */
export async function firstSignIn(db: SqlRunner): Promise<FirstSignIn> {
  const ctx = { db };
  if (await administratorCanSignIn({ ctx })) return { token: undefined, link: undefined, end: async () => {} };
  const { id, token: secret } = await createLocalToken({ ctx, input: token });
  const created = await createLink({ ctx, input: { userId: await ensureLocalAdministrator({ ctx }) } });
  return {
    token: secret,
    link: created?.link,
    end: async () => {
      await atMost(farewellMs, revokeToken({ ctx, input: { id, sessions: 'keep' } }));
    },
  };
}
