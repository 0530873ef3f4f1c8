import { aws_rds as rds, CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { commonProps, makeLogGroups, type InstanceOptions } from './make-instance.ts';

/** A copy that others may read, a second behind: reports of other programs, say. Fluxion itself has no need of it. */
export function makeReplica(
  scope: Construct,
  { source, ...options }: Omit<InstanceOptions, 'adminSecret'> & { readonly source: rds.DatabaseInstance },
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
  new CfnOutput(scope, 'ReplicaHost', {
    description: 'The read replica; the same roles and passwords, port 5432, TLS',
    value: replica.dbInstanceEndpointAddress,
  });
  return replica;
}
