import { messageOf } from '../../../base/index.ts';
import { acquire, type Acquired } from './acquire.ts';
import type { ServerContext } from '../server.ts';

export interface KeptAcquired {
  /** Ends the keeping; gives back the lease that is held then, if one is. */
  finish(): Promise<Acquired | undefined>;
}

/**
 * Takes the lease again each time that it is lost, and starts the server again if it is gone: when one of its processes
 * is killed (most often for memory), PostgreSQL ends all connections. Pools connect again by themselves.
 */
export function keepAcquired(server: ServerContext, first: Acquired): KeptAcquired {
  let finished = false;
  let current: Promise<Acquired | undefined> = Promise.resolve(first);
  const again = async (): Promise<Acquired | undefined> => {
    try {
      const acquired = await acquire(server);
      if (acquired.port !== first.port) server.log('PostgreSQL had to change its port: start Fluxion again to use it');
      watch(acquired);
      return acquired;
    } catch (error) {
      server.log(`PostgreSQL has ended and cannot be started again: ${messageOf(error)}`);
      return undefined;
    }
  };
  const watch = ({ lease }: Acquired): void => {
    void lease.lost.then(() => {
      if (!finished) current = again();
    });
  };
  watch(first);
  return {
    finish: () => {
      finished = true;
      return current;
    },
  };
}
