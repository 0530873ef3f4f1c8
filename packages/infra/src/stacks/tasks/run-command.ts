import { type aws_ec2 as ec2, type aws_ecs as ecs, Stack } from 'aws-cdk-lib';
import { containerName } from './fluxion-task.ts';

export interface RunCommandProps {
  readonly cluster: ecs.ICluster;
  readonly task: ecs.TaskDefinition;
  readonly subnets: ec2.SelectedSubnets;
  readonly group: ec2.ISecurityGroup;
  /** Fluxion's words in the place of the task's own. */
  readonly words?: readonly string[];
}

/** The command that runs a task once, as it is typed: its ids are known when the stack has been deployed. */
export function runCommand({ cluster, task, subnets, group, words }: RunCommandProps): string {
  const network = [
    `subnets=[${subnets.subnetIds.join(',')}]`,
    `securityGroups=[${group.securityGroupId}]`,
    'assignPublicIp=DISABLED',
  ].join(',');
  const overrides = { containerOverrides: [{ name: containerName, command: words }] };
  return [
    `aws ecs run-task --region ${Stack.of(task).region} --cluster ${cluster.clusterName}`,
    // Without a revision: the newest.
    `--task-definition ${task.family} --launch-type FARGATE`,
    `--network-configuration 'awsvpcConfiguration={${network}}'`,
    ...(words === undefined ? [] : [`--overrides '${JSON.stringify(overrides)}'`]),
  ].join(' ');
}
