import { FluxionError } from '../base/index.ts';
import type { Core } from './core.ts';
import type { KeptCopy } from './keep-copy.ts';

/** The core of whichever copy is open when it is asked. */
export function coreOf(kept: KeptCopy): Core {
  const session = () => {
    const { now } = kept;
    if (!now) throw new FluxionError('MIRROR_BEHIND', 'The mirror is being opened.');
    return now.copy.session;
  };
  return {
    ready: (needs) => kept.now?.copy.session.ready(needs) ?? 'building',
    fence: async (signal) => session().fence(signal),
    lacks: (reading, needs) => !kept.now || kept.now.copy.session.lacks(reading, needs),
    catchUp: async (reading) => session().catchUp(reading),
    read: async (sql, values, signal, needs) => session().read(sql, values, signal, needs),
  };
}
