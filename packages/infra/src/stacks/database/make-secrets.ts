import { aws_rds as rds, aws_secretsmanager as secretsmanager, Duration, type aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';
import { taskSubnets } from '../network/egress.ts';
import { keptInProduction } from '../kept.ts';
import type { NetworkStack } from '../network-stack.ts';
import type { Role } from './roles.ts';

interface SecretOptions extends Role, Pick<Settings, 'environment'> {
  readonly key: kms.IKey;
}

/** A role's password, made by Secrets Manager; nobody has seen it, and no template holds it. */
export function makeSecret(scope: Construct, id: string, options: SecretOptions): secretsmanager.ISecret {
  const secret = new rds.DatabaseSecret(scope, id, {
    secretName: `fluxion/${options.environment}/${options.role}`,
    username: options.role,
    dbname: options.database,
    encryptionKey: options.key,
  });
  // Deleted with the stack it would be gone at once, and the database that stays would have no key to its door.
  secret.applyRemovalPolicy(keptInProduction(options));
  // To the compiler the class differs from its interface in what may be undefined (`exactOptionalPropertyTypes`).
  return secret as secretsmanager.ISecret;
}

/**
 * A new password every 30 days, by AWS's own function, which runs in the tasks' subnets. It signs in as the role itself and
 * changes its own password: the other way, two roles in turn, would leave the tables with an owner that is not the one who
 * is signed in. In the second between the database's change and the secret's a new connection is refused, and tried again.
 *
 * Not at once: the program's role does not exist before `fluxion prepare-role` has made it.
 */
export function rotate(
  scope: Construct,
  id: string,
  { secret, network }: { readonly secret: secretsmanager.ISecret; readonly network: NetworkStack },
): void {
  new secretsmanager.RotationSchedule(scope, id, {
    secret,
    hostedRotation: secretsmanager.HostedRotation.postgreSqlSingleUser({
      vpc: network.vpc,
      vpcSubnets: taskSubnets,
      securityGroups: [network.rotationGroup],
    }),
    automaticallyAfter: Duration.days(30),
    rotateImmediatelyOnUpdate: false,
  });
}
