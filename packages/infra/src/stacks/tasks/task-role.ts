import { aws_iam as iam, type aws_kms as kms, type aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Secrets that a task may read, and the key that they are encrypted with. */
export interface Readable {
  readonly secrets: readonly secretsmanager.ISecret[];
  readonly key: kms.IKey;
}

/**
 * A role that tasks of this account take on, and that may read these secrets and do nothing else.
 *
 * The rights are written here and not granted by the secrets: a grant would also change the key's policy, in the stack of the
 * database, which would then need the stack of the tasks.
 */
export function taskRole(scope: Construct, id: string, { secrets, key }: Readable): iam.Role {
  const { account, region, partition } = Stack.of(scope);
  const role = new iam.Role(scope, id, {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com').withConditions({
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': `arn:${partition}:ecs:${region}:${account}:*` },
    }),
  });
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['secretsmanager:GetSecretValue'],
      resources: secrets.map((secret) => secret.secretArn),
    }),
  );
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
    }),
  );
  return role;
}
