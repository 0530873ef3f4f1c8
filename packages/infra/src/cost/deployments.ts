import { production } from '../config/production.ts';
import type { Settings } from '../config/settings.ts';
import { staging, type Deployment } from '../config/staging.ts';

/** What differs between accounts; nothing of it is billed. */
const anyAccount: Deployment = {
  domain: { name: 'fluxion.example.com', certificateArn: 'any' },
  imageTag: 'any',
  mail: undefined,
  sourceFileSystem: undefined,
  scheduled: true,
};

/** The environments as they are configured, in any account. */
export const environments: Readonly<Record<Settings['environment'], Settings>> = {
  production: production(anyAccount),
  staging: staging(anyAccount),
};
