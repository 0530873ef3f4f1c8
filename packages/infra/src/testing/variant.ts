import type { Settings } from '../config/settings.ts';
import { environments } from './synthesise.ts';

const { production } = environments;

/** Production with whatever of its tasks can be chosen otherwise, in one: making stacks takes seconds. */
export const variant: Settings = {
  ...production,
  network: { ...production.network, egress: 'endpoints' },
  api: { ...production.api, cdn: true, secrets: { SENTRY_DSN: 'fluxion/sentry' } },
  loads: {
    ...production.loads,
    scheduled: false,
    sourceFileSystem: undefined,
    secrets: { TILL_TOKEN: 'fluxion/tills' },
  },
};
