import { aws_ecs as ecs, Duration, type aws_iam as iam, type aws_logs as logs, Size, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { TaskSize } from '../../config/settings.ts';

/** The container's name in every task, as `--overrides` needs it. */
export const containerName = 'fluxion';

/** The image's user, `node`. */
const user = '1000:1000';

/** What can be written, by the image's user; everything else of the container cannot. */
const writable = { data: '/data', tmp: '/tmp' } as const;

export interface FluxionTaskProps {
  /** Its name in the console and in commands; each change makes a revision of it. */
  readonly family: string;
  readonly size: TaskSize;
  readonly image: ecs.ContainerImage;
  /** What the program may ask of AWS. What ECS may do to start it is another role, which CDK makes. */
  readonly role: iam.IRole;
  readonly logs: logs.ILogGroup;
  /** Fluxion's words: `['up']`. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets?: Record<string, ecs.Secret>;
  readonly healthCheck?: ecs.HealthCheck;
}

/** Fluxion as a task of Fargate: on ARM, as nobody special, with two folders that it may write to. */
export function fluxionTask(scope: Construct, id: string, props: FluxionTaskProps): ecs.FargateTaskDefinition {
  const { family, size, image, role, command, environment, secrets, healthCheck } = props;
  const task = new ecs.FargateTaskDefinition(scope, id, {
    family,
    cpu: size.cpu,
    memoryLimitMiB: size.memoryMb,
    ephemeralStorageGiB: size.diskGb,
    taskRole: role,
    runtimePlatform: {
      cpuArchitecture: ecs.CpuArchitecture.ARM64,
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
    },
    volumes: Object.keys(writable).map((name) => ({ name })),
  });
  const container = task.addContainer(containerName, {
    image,
    command: [...command],
    environment: { ...environment, FLUXION_HOME: writable.data },
    ...(secrets === undefined ? {} : { secrets }),
    ...(healthCheck === undefined ? {} : { healthCheck }),
    user,
    readonlyRootFilesystem: true,
    linuxParameters: withoutCapabilities(task),
    // A server takes up to 45 s to end in order (docs/operation.md); Fargate allows 120 s at most.
    stopTimeout: Duration.seconds(60),
    logging: ecs.LogDrivers.awsLogs({
      logGroup: props.logs,
      streamPrefix: family,
      // A log that is slow must not hold requests up; what does not fit into the buffer is lost.
      mode: ecs.AwsLogDriverMode.NON_BLOCKING,
      maxBufferSize: Size.mebibytes(25),
    }),
  });
  container.addMountPoints(
    ...Object.entries(writable).map(([sourceVolume, containerPath]) => ({
      sourceVolume,
      containerPath,
      readOnly: false,
    })),
  );
  Validations.of(task).acknowledge(
    {
      id: 'AwsSolutions-ECS2',
      reason:
        'The variables are no secrets, the address of the database neither: it only names the secret with the password',
    },
    {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'The role that starts the task: ecr:GetAuthorizationToken knows no resource; images are of one repository only',
    },
  );
  return task;
}

/** The image has its own init (tini), and nothing in it needs a right that a plain user has not. */
function withoutCapabilities(task: ecs.FargateTaskDefinition): ecs.LinuxParameters {
  const parameters = new ecs.LinuxParameters(task, 'Linux');
  parameters.dropCapabilities(ecs.Capability.ALL);
  return parameters;
}
