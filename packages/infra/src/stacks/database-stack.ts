import {
  aws_kms as kms,
  CfnOutput,
  Stack,
  type aws_rds as rds,
  type aws_secretsmanager as secretsmanager,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';
import {
  administrator,
  application,
  makeInstance,
  makeProxy,
  makeReplica,
  makeSecret,
  makeSecretKey,
  rdsCertificates,
  rotate,
  urlOf,
} from './database/index.ts';
import { kept } from './kept.ts';
import type { NetworkStack } from './network-stack.ts';

export interface DatabaseStackProps {
  readonly settings: Settings;
  readonly network: NetworkStack;
}

/** RDS for PostgreSQL, its parameters, its keys, and the secrets of the two roles that sign in to it. */
export class DatabaseStack extends Stack {
  readonly instance: rds.DatabaseInstance;
  /** Encrypts the database, its backups, its secrets. */
  readonly key: kms.IKey;
  /** Of the role that RDS makes: used once, to make the role of the program (`fluxion prepare-role`). */
  readonly adminSecret: secretsmanager.ISecret;
  /** Of the role that the program works as. */
  readonly applicationSecret: secretsmanager.ISecret;
  /** `postgresql://fluxion@HOST:5432/fluxion?sslmode=verify-full&sslrootcert=/etc/ssl/rds.pem&passwordsecret=ARN`: holds no secret. */
  readonly applicationUrl: string;
  /** The same of the administrator, at the database `postgres`. */
  readonly adminUrl: string;
  /** Undefined where the settings want none. */
  readonly replica: rds.DatabaseInstanceReadReplica | undefined;

  constructor(scope: Construct, id: string, { settings, network }: DatabaseStackProps) {
    super(scope, id, { env: { region: settings.region } });
    const { environment, database } = settings;
    const key = new kms.Key(this, 'Key', {
      alias: `fluxion/${environment}/database`,
      description: `Database, backups and secrets of Fluxion, ${environment}`,
      enableKeyRotation: true,
      // Even in staging: without it no snapshot can be read.
      removalPolicy: kept,
    });
    this.key = key;
    const adminSecret = makeSecret(this, 'AdminSecret', { ...administrator, environment, key });
    const applicationSecret = makeSecret(this, 'ApplicationSecret', { ...application, environment, key });
    makeSecretKey(this, settings);

    this.instance = makeInstance(this, { settings, network, key, adminSecret });
    // Attached: they name the host from then on, which the rotation needs.
    this.adminSecret = this.instance.secret ?? adminSecret;
    this.applicationSecret = applicationSecret.attach(this.instance);
    rotate(this, 'AdminRotation', { secret: this.adminSecret, network });
    rotate(this, 'ApplicationRotation', { secret: this.applicationSecret, network });

    const { proxyGroup } = network;
    const proxy =
      proxyGroup && makeProxy(this.instance, { environment, network, proxyGroup, secret: this.applicationSecret });
    this.replica = database.readReplica
      ? makeReplica(this, { settings, network, key, source: this.instance })
      : undefined;
    const host = this.instance.dbInstanceEndpointAddress;
    this.applicationUrl = urlOf({
      ...application,
      host: proxy?.endpoint ?? host,
      secretArn: this.applicationSecret.secretArn,
      certificates: proxy === undefined ? rdsCertificates : undefined,
    });
    this.adminUrl = urlOf({
      ...administrator,
      host,
      secretArn: this.adminSecret.secretArn,
      certificates: rdsCertificates,
    });
    new CfnOutput(this, 'Host', { value: host, description: 'PostgreSQL, port 5432, TLS only, from the network only' });
  }
}
