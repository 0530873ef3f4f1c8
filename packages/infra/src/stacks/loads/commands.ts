import { type aws_ec2 as ec2, type aws_ecs as ecs, type aws_logs as logs, CfnOutput, type Stack } from 'aws-cdk-lib';
import { runCommand } from '../tasks/run-command.ts';
import type { Families } from './families.ts';
import { sourceFolder } from './source-task.ts';

/** Where one-off tasks run, and what they say. */
interface Place {
  readonly cluster: ecs.ICluster;
  readonly subnets: ec2.SelectedSubnets;
  readonly group: ec2.ISecurityGroup;
  readonly logs: logs.ILogGroup;
}

/** The commands that run each family once, as outputs of the stack: to be copied, with other words where they are an example. */
export function printCommands(stack: Stack, { work, prepareRole, source }: Families, place: Place): void {
  new CfnOutput(stack, 'LogsCommand', {
    description: 'What tasks have said, and are saying',
    value: `aws logs tail ${place.logs.logGroupName} --region ${stack.region} --since 1h --follow`,
  });
  new CfnOutput(stack, 'PrepareRoleCommand', {
    description: 'Once, before the API is deployed: makes the role and the database that it works with',
    value: runCommand({ ...place, task: prepareRole }),
  });
  new CfnOutput(stack, 'RunCommand', {
    description: 'Any of Fluxion commands as a task of its own; here doctor',
    value: runCommand({ ...place, task: work, words: ['doctor', '--target', 'rds'] }),
  });
  if (source === undefined) return;
  new CfnOutput(stack, 'MigrateCommand', {
    description: 'Copies the old system; FILE is its path on the file system',
    value: runCommand({ ...place, task: source.migrate, words: ['migrate', `${sourceFolder}/FILE`] }),
  });
  new CfnOutput(stack, 'MigrateAgainCommand', {
    description: 'Copies what has changed in the old system since',
    value: runCommand({
      ...place,
      task: source.migrate,
      words: ['migrate', `${sourceFolder}/FILE`, '--resume', '--changed'],
    }),
  });
  new CfnOutput(stack, 'ExportCommand', {
    description: 'The way back: a DuckDB file of all tables, beside the old one; FILE must not be there yet',
    value: runCommand({ ...place, task: source.export, words: ['export', `${sourceFolder}/FILE`] }),
  });
}
