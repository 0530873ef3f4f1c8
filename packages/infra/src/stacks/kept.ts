import { RemovalPolicy } from 'aws-cdk-lib';
import type { Settings } from '../config/settings.ts';

/**
 * What becomes of something when it is no longer in a stack and must never be lost: it stays. Not what a first deployment that
 * failed has just made: empty, and under a name that the next one needs.
 */
export const kept = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** The same of what is worth keeping in production, and goes with a staging that is taken down. */
export function keptInProduction({ environment }: Pick<Settings, 'environment'>): RemovalPolicy {
  return environment === 'production' ? kept : RemovalPolicy.DESTROY;
}
