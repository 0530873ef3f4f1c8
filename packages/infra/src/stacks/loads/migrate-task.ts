import { type aws_ecs as ecs, aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { fluxionTask, type FluxionTaskProps } from '../tasks/fluxion-task.ts';

/** It runs for an hour or so, once: its size costs cents, and what it takes is time without writing. */
const size = { cpu: 2048, memoryMb: 8192, diskGb: 100 };

/** Where the old system's files are, in the task. */
export const sourceFolder = '/source';

export interface MigrateTaskProps extends Omit<FluxionTaskProps, 'size' | 'command' | 'role'> {
  readonly role: iam.Role;
  /** `fs-...`; it must have mount targets in the tasks' network that let their security group in on port 2049. */
  readonly fileSystemId: string;
}

/** `fluxion migrate`, with the old system's file system to read from: neither the mount nor the role can write to it. */
export function migrateTask(
  scope: Construct,
  id: string,
  { fileSystemId, ...props }: MigrateTaskProps,
): ecs.FargateTaskDefinition {
  const { role } = props;
  const task = fluxionTask(scope, id, { ...props, size, command: ['migrate', '--help'] });
  task.addVolume({
    name: 'source',
    efsVolumeConfiguration: {
      fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { iam: 'ENABLED' },
    },
  });
  task.defaultContainer?.addMountPoints({ sourceVolume: 'source', containerPath: sourceFolder, readOnly: true });
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['elasticfilesystem:ClientMount'],
      resources: [
        Stack.of(scope).formatArn({
          service: 'elasticfilesystem',
          resource: 'file-system',
          resourceName: fileSystemId,
        }),
      ],
    }),
  );
  return task;
}
