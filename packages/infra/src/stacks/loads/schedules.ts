import {
  type aws_ec2 as ec2,
  type aws_ecs as ecs,
  aws_iam as iam,
  aws_scheduler as scheduler,
  aws_scheduler_targets as targets,
  aws_sqs as sqs,
  Duration,
  RemovalPolicy,
  Stack,
  TimeZone,
  Validations,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { LoadSettings } from '../../config/settings.ts';
import { containerName } from '../tasks/fluxion-task.ts';

export interface SchedulesProps {
  readonly environment: string;
  readonly loads: LoadSettings;
  readonly cluster: ecs.ICluster;
  readonly task: ecs.TaskDefinition;
  readonly subnets: ec2.SubnetSelection;
  readonly group: ec2.ISecurityGroup;
  readonly deadLetters: sqs.IQueue;
}

/**
 * Runs the task at the times of the settings. A start that AWS refuses (no capacity, say) is tried again for an hour, then
 * it is put into the queue of dead letters; the next one does its work, since `work` does whatever is due.
 */
export function makeSchedules(scope: Construct, props: SchedulesProps): void {
  const { environment, loads, cluster, task, subnets, group, deadLetters } = props;
  const scheduleGroup = new scheduler.ScheduleGroup(scope, 'Schedules', {
    scheduleGroupName: `fluxion-${environment}`,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = makeRole(scope, scheduleGroup);
  for (const { name, expression, command } of loads.schedules) {
    new scheduler.Schedule(scope, `Schedule-${name}`, {
      scheduleName: name,
      scheduleGroup,
      description: `fluxion ${command.join(' ')}`,
      enabled: loads.scheduled,
      schedule: scheduler.ScheduleExpression.expression(expression, TimeZone.of(loads.timezone)),
      // Nothing needs the very second, and AWS starts tasks more surely when it may choose.
      timeWindow: scheduler.TimeWindow.flexible(Duration.minutes(5)),
      target: new targets.EcsRunFargateTask(cluster, {
        role,
        taskDefinition: task,
        vpcSubnets: subnets,
        securityGroups: [group],
        assignPublicIp: false,
        enableEcsManagedTags: true,
        propagateTags: true,
        input: scheduler.ScheduleTargetInput.fromObject({
          containerOverrides: [{ name: containerName, command: [...command] }],
        }),
        retryAttempts: 5,
        maxEventAge: Duration.hours(1),
        deadLetterQueue: deadLetters,
      }),
    });
  }
}

/** Starts of scheduled tasks that AWS refused for an hour, with the reason. What has been put in here has not run. */
export function makeDeadLetters(scope: Construct): sqs.Queue {
  const queue = new sqs.Queue(scope, 'DeadLetters', {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is a queue of dead letters itself, of schedules, which the rule does not look at',
  });
  return queue;
}

/** What the schedules do as: the targets give it the right to start their task, and to put a letter into the queue. */
function makeRole(scope: Construct, group: scheduler.ScheduleGroup): iam.IRole {
  const { account, region } = Stack.of(scope);
  const role = new iam.Role(scope, 'Scheduler', {
    assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com').withConditions({
      StringEquals: { 'aws:SourceAccount': account, 'aws:SourceArn': group.scheduleGroupArn },
    }),
  });
  Validations.of(role).acknowledge({
    // As cdk-nag writes it, with the cluster by its name in the template.
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ecs:${region}:<AWS::AccountId>:task/<ClusterEB0386A7>/*]`,
    reason: 'ecs:TagResource, so that tasks can be told apart on the bill: their ids are made when they start',
  });
  return role as iam.IRole;
}
