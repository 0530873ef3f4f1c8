import { aws_ecs as ecs, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { SecretVariables, Settings } from '../../config/settings.ts';
import { secretKeyName } from '../database/index.ts';

/**
 * Variables that ECS fills from Secrets Manager when a task starts: neither templates nor the console show their values.
 * What second factors are encrypted with is one of them everywhere.
 * @param own the other variables, and the name of the secret that is the value of each
 */
export function secretVariables(
  scope: Construct,
  settings: Pick<Settings, 'environment'>,
  own: SecretVariables,
): Record<string, ecs.Secret> {
  const names: SecretVariables = { ...own, FLUXION_SECRET_KEY: secretKeyName(settings) };
  const place = new Construct(scope, 'Secrets');
  const entries = Object.entries(names).map(([variable, name]) => {
    const secret = secretsmanager.Secret.fromSecretNameV2(place, variable, name);
    return [variable, ecs.Secret.fromSecretsManager(secret)] as const;
  });
  return Object.fromEntries(entries);
}
