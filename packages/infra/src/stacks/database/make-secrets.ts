import {
  aws_rds as rds,
  aws_secretsmanager as secretsmanager,
  Duration,
  type aws_kms as kms,
  Validations,
} from 'aws-cdk-lib';
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

/** The name of what second factors are encrypted with in the database. */
export function secretKeyName({ environment }: Pick<Settings, 'environment'>): string {
  return `fluxion/${environment}/secret-key`;
}

/**
 * What second factors are encrypted with in the database: without it they are lost, and so is their worth if both get out.
 * Encrypted itself with AWS's own key: ECS reads it when it starts a task, by a role that has no right to the database's.
 */
export function makeSecretKey(scope: Construct, settings: Pick<Settings, 'environment'>): void {
  const secret = new secretsmanager.Secret(scope, 'SecretKey', {
    secretName: secretKeyName(settings),
    description: 'FLUXION_SECRET_KEY: encrypts second factors',
    generateSecretString: { passwordLength: 44, excludePunctuation: true },
    removalPolicy: keptInProduction(settings),
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'A new key is put beside the one before until every second factor was encrypted with it: a person does that',
  });
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
