import { aws_ecs as ecs, type aws_logs as logs, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { taskSubnets } from '../network/egress.ts';
import { apiPort } from '../network/make-groups.ts';
import { fluxionTask } from '../tasks/fluxion-task.ts';
import type { TasksProps } from '../tasks/props.ts';
import { secretVariables } from '../tasks/secrets.ts';
import { taskRole } from '../tasks/task-role.ts';

export interface ServiceProps extends TasksProps {
  readonly cluster: ecs.ICluster;
  readonly logs: logs.ILogGroup;
}

/** Answers while the process lives, whatever the database does: a task is not restarted for what is not its fault. */
const healthCheck: ecs.HealthCheck = {
  // The image has no curl.
  command: [
    'CMD',
    'node',
    '-e',
    `fetch('http://127.0.0.1:${String(apiPort)}/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))`,
  ],
  interval: Duration.seconds(30),
  timeout: Duration.seconds(10),
  retries: 3,
  startPeriod: Duration.seconds(60),
};

/** `fluxion up` without loads, on as many tasks as the requests need. Each keeps a mirror of its own on its own disk. */
export function makeService(scope: Construct, props: ServiceProps): ecs.FargateService {
  const { settings, network, cluster } = props;
  return new ecs.FargateService(scope, 'Service', {
    cluster,
    serviceName: `fluxion-${settings.environment}-api`,
    taskDefinition: makeTask(scope, props),
    vpcSubnets: taskSubnets,
    securityGroups: [network.apiGroup],
    assignPublicIp: false,
    // The new tasks run before the old ones end.
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { enable: true, rollback: true },
    availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
    // So long may a release migrate the schema before its tasks must be ready.
    healthCheckGracePeriod: Duration.minutes(15),
    enableECSManagedTags: true,
    propagateTags: ecs.PropagatedTagSource.SERVICE,
    // How many there are is the scaling's to say, from its least number on: a deployment changes nothing of it.
  });
}

function makeTask(scope: Construct, { settings, database, registry, logs: logGroup }: ServiceProps) {
  const { api, environment, network } = settings;
  const { applicationSecret, key } = database;
  const task = fluxionTask(scope, 'Task', {
    family: `fluxion-${environment}-api`,
    size: api,
    image: ecs.ContainerImage.fromEcrRepository(registry.repository, settings.imageTag),
    role: taskRole(scope, 'TaskRole', { secrets: [applicationSecret], key }),
    logs: logGroup,
    command: ['up'],
    environment: {
      DATABASE_URL: database.applicationUrl,
      // Also in staging: both are reached over https, and the browser's session must travel over nothing else.
      ENVIRONMENT: 'production',
      FLUXION_HOST: '0.0.0.0',
      PORT: String(apiPort),
      // The load balancer's addresses are somewhere in it.
      FLUXION_PROXIES: network.cidr,
      FLUXION_NO_LOADS: '1',
      LOG_LEVEL: 'info',
    },
    secrets: secretVariables(scope, settings, api.secrets),
    healthCheck,
  });
  task.defaultContainer?.addPortMappings({ containerPort: apiPort });
  return task;
}
