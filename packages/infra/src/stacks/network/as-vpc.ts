import type { aws_ec2 as ec2 } from 'aws-cdk-lib';

/**
 * The CDK's classes say `string | undefined` of properties that its interfaces may lack; to the compiler these differ
 * (`exactOptionalPropertyTypes`), and so a VPC would be no IVpc.
 */
export function asVpc(vpc: ec2.Vpc): ec2.IVpc {
  return vpc as ec2.IVpc;
}
