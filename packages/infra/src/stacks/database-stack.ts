import {
  Stack,
  type aws_kms as kms,
  type aws_rds as rds,
  type aws_secretsmanager as secretsmanager,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';
import type { NetworkStack } from './network-stack.ts';

export interface DatabaseStackProps {
  readonly settings: Settings;
  readonly network: NetworkStack;
}

/** RDS for PostgreSQL, its parameters, its keys, and the secrets of the two roles that sign in to it. */
export class DatabaseStack extends Stack {
  declare readonly instance: rds.DatabaseInstance;
  /** Encrypts the database, its backups, its secrets. */
  declare readonly key: kms.IKey;
  /** Of the role that RDS makes: used once, to make the role of the program (`fluxion prepare-role`). */
  declare readonly adminSecret: secretsmanager.ISecret;
  /** Of the role that the program works as. */
  declare readonly applicationSecret: secretsmanager.ISecret;
  /** `postgresql://fluxion@HOST:5432/fluxion?sslmode=verify-full&sslrootcert=/etc/ssl/rds.pem&passwordsecret=ARN`: holds no secret. */
  declare readonly applicationUrl: string;
  /** The same of the administrator, at the database `postgres`. */
  declare readonly adminUrl: string;

  constructor(scope: Construct, id: string, { settings }: DatabaseStackProps) {
    super(scope, id, { env: { region: settings.region } });
  }
}
