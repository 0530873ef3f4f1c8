import { type aws_ecs as ecs, type aws_logs as logs, Stack, type aws_sqs as sqs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { printCommands } from './loads/commands.ts';
import { makeFamilies } from './loads/families.ts';
import { makeDeadLetters, makeSchedules } from './loads/schedules.ts';
import { taskSubnets } from './network/egress.ts';
import { makeCluster, makeLogGroup } from './tasks/place.ts';
import type { TasksProps } from './tasks/props.ts';

export type LoadsStackProps = TasksProps;

/**
 * What runs as a task of its own: scheduled loads, the migration, the making of the role.
 *
 * It is deployed before the API, and the cluster with it: the API signs in as a role that one of these tasks makes, and a
 * service whose tasks cannot sign in is never stable, so that its first deployment would fail.
 */
export class LoadsStack extends Stack {
  readonly cluster: ecs.ICluster;
  readonly logs: logs.ILogGroup;
  /** Starts that AWS refused until nobody tried any more: not empty is a reason for an alarm. */
  readonly deadLetters: sqs.IQueue;

  constructor(scope: Construct, id: string, props: LoadsStackProps) {
    const { settings, network } = props;
    super(scope, id, { env: { region: settings.region } });
    const { environment, loads } = settings;
    const cluster = makeCluster(this, `fluxion-${environment}`, network.vpc);
    const logGroup = makeLogGroup(this, `/fluxion/${environment}/loads`, settings);
    const deadLetters = makeDeadLetters(this);
    const families = makeFamilies(this, props, logGroup);
    const group = network.loadsGroup;
    makeSchedules(this, { environment, loads, cluster, task: families.work, subnets: taskSubnets, group, deadLetters });
    const subnets = network.vpc.selectSubnets(taskSubnets);
    printCommands(this, families, { cluster, subnets, group, logs: logGroup });
    this.cluster = cluster;
    this.logs = logGroup;
    this.deadLetters = deadLetters;
  }
}
