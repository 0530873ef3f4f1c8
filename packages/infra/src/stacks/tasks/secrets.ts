import { aws_ecs as ecs, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/**
 * Variables that ECS fills from Secrets Manager when a task starts: neither templates nor the console show their values.
 * @param names the variable, and the name of the secret that is its value
 */
export function secretVariables(scope: Construct, names: Readonly<Record<string, string>>): Record<string, ecs.Secret> {
  const place = new Construct(scope, 'Secrets');
  const entries = Object.entries(names).map(([variable, name]) => {
    const secret = secretsmanager.Secret.fromSecretNameV2(place, variable, name);
    return [variable, ecs.Secret.fromSecretsManager(secret)] as const;
  });
  return Object.fromEntries(entries);
}
