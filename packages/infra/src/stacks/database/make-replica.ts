import { aws_rds as rds, CfnOutput, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledgePort, commonProps, makeLogGroups, type CommonOptions } from './common.ts';

/** A copy that others may read, a second behind: reports of other programs, say. Fluxion itself has no need of it. */
export function makeReplica(
  scope: Construct,
  { source, ...options }: CommonOptions & { readonly source: rds.DatabaseInstance },
): rds.DatabaseInstanceReadReplica {
  const identifier = `fluxion-${options.settings.environment}-replica`;
  const replica = new rds.DatabaseInstanceReadReplica(scope, 'Replica', {
    ...commonProps(identifier, options),
    sourceDatabaseInstance: source,
    // It holds nothing of its own, and RDS makes no last snapshot of one.
    deletionProtection: false,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  makeLogGroups(replica, identifier, options.settings);
  acknowledgePort(replica);
  Validations.of(replica).acknowledge(
    { id: 'AwsSolutions-RDS2', reason: 'A replica is encrypted as its source is, and RDS refuses to be told so again' },
    { id: 'AwsSolutions-RDS3', reason: 'It is a copy itself; when its zone is lost, readers use the source' },
    { id: 'AwsSolutions-RDS10', reason: 'It holds nothing that the source does not hold' },
  );
  new CfnOutput(scope, 'ReplicaHost', {
    description: 'The read replica; the same roles and passwords, port 5432, TLS',
    value: replica.dbInstanceEndpointAddress,
  });
  return replica;
}
