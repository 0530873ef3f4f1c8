import type { Settings } from './settings.ts';
import { staging, type Deployment } from './staging.ts';

/** What the chain works on: it survives the loss of a zone. */
export function production(deployment: Deployment): Settings {
  const small = staging(deployment);
  return {
    ...small,
    environment: 'production',
    network: { ...small.network, cidr: '10.10.0.0/16', egress: 'nat-gateway' },
    database: { ...small.database, multiAz: true, deletionProtection: true },
    api: { ...small.api, minTasks: 2, maxTasks: 4 },
    watch: { ...small.watch, logDays: 90, budgetUsd: 320 },
  };
}
