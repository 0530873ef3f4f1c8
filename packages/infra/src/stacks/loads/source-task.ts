import { type aws_ecs as ecs, aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { fluxionTask, type FluxionTaskProps } from '../tasks/fluxion-task.ts';

/** It runs for an hour or so, once: its size costs cents, and what it takes is time without writing. */
const size = { cpu: 2048, memoryMb: 8192, diskGb: 100 };

/** Where the old system's files are, in the task. */
export const sourceFolder = '/source';

export interface SourceTaskProps extends Omit<FluxionTaskProps, 'size' | 'role'> {
  readonly role: iam.Role;
  /** `fs-...`; it must have mount targets in the tasks' network that let their security group in on port 2049. */
  readonly fileSystemId: string;
  /** On the way there nothing can write to the files, neither by the mount nor by the role; the way back makes one. */
  readonly writable: boolean;
}

/** A task with the old system's file system at {@link sourceFolder}, encrypted on the way. */
export function sourceTask(
  scope: Construct,
  id: string,
  { fileSystemId, writable, ...props }: SourceTaskProps,
): ecs.FargateTaskDefinition {
  const { role } = props;
  const task = fluxionTask(scope, id, { ...props, size });
  task.addVolume({
    name: 'source',
    efsVolumeConfiguration: {
      fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { iam: 'ENABLED' },
    },
  });
  task.defaultContainer?.addMountPoints({ sourceVolume: 'source', containerPath: sourceFolder, readOnly: !writable });
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['elasticfilesystem:ClientMount', ...(writable ? ['elasticfilesystem:ClientWrite'] : [])],
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
