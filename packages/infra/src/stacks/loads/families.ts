import { aws_ecs as ecs, type aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { fluxionTask } from '../tasks/fluxion-task.ts';
import type { TasksProps } from '../tasks/props.ts';
import { secretVariables } from '../tasks/secrets.ts';
import { taskRole } from '../tasks/task-role.ts';
import { sourceTask } from './source-task.ts';

/** What is run as a task of its own, one family for each set of rights. */
export interface Families {
  /** Every command that works as the program's own role. */
  readonly work: ecs.FargateTaskDefinition;
  /** Makes that role, as the administrator. */
  readonly prepareRole: ecs.FargateTaskDefinition;
  /** With the old system's files; undefined where the settings name no file system. */
  readonly source: SourceFamilies | undefined;
}

/** The way from the old system, and the way back to it. */
export interface SourceFamilies {
  /** As `work`, with the old system's files to read. */
  readonly migrate: ecs.FargateTaskDefinition;
  /** The same, and may write beside them: ready before the hour in which somebody needs it. */
  readonly export: ecs.FargateTaskDefinition;
}

/** The families of tasks that this stack's settings ask for. */
export function makeFamilies(scope: Construct, props: TasksProps, logGroup: logs.ILogGroup): Families {
  const { settings, database, registry } = props;
  const { loads } = settings;
  const { applicationSecret, adminSecret, key } = database;
  const family = (name: string) => `fluxion-${settings.environment}-${name}`;
  const image = ecs.ContainerImage.fromEcrRepository(registry.repository, settings.imageTag);
  const common = { size: loads, image, logs: logGroup };
  const environment = {
    DATABASE_URL: database.applicationUrl,
    // Also of staging: it tells faults apart, and what is made for people's browsers is made for https.
    ENVIRONMENT: 'production',
    LOG_LEVEL: 'info',
  };
  const work = fluxionTask(scope, 'Work', {
    ...common,
    family: family('work'),
    role: taskRole(scope, 'WorkRole', { secrets: [applicationSecret], key }),
    command: ['work'],
    environment,
    secrets: secretVariables(scope, settings, loads.secrets),
  });
  const prepareRole = fluxionTask(scope, 'PrepareRole', {
    ...common,
    family: family('prepare-role'),
    role: taskRole(scope, 'PrepareRoleRole', { secrets: [adminSecret, applicationSecret], key }),
    command: ['prepare-role', '--for', database.applicationUrl],
    environment: { ...environment, DATABASE_URL: database.adminUrl },
  });
  const fileSystemId = loads.sourceFileSystem;
  if (fileSystemId === undefined) return { work, prepareRole, source: undefined };
  const withSource = (id: 'Migrate' | 'Export', name: 'migrate' | 'export') =>
    sourceTask(scope, id, {
      ...common,
      family: family(name),
      role: taskRole(scope, `${id}Role`, { secrets: [applicationSecret], key }),
      command: [name, '--help'],
      environment,
      fileSystemId,
      writable: name === 'export',
    });
  return {
    work,
    prepareRole,
    source: { migrate: withSource('Migrate', 'migrate'), export: withSource('Export', 'export') },
  };
}
