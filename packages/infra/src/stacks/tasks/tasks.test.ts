import { describe, expect, test } from 'vitest';
import { environments, templateOf } from '../../testing/synthesise.ts';
import { variant } from '../../testing/variant.ts';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

interface Container {
  readonly Name: string;
  readonly Command: readonly string[];
  readonly Environment: ReadonlyArray<{ readonly Name: string; readonly Value: unknown }>;
  readonly Secrets?: ReadonlyArray<{ readonly Name: string; readonly ValueFrom: unknown }>;
}

interface Task {
  readonly family: string;
  readonly properties: Record<string, unknown>;
  readonly container: Container;
  /** What the program may do, and what ECS may do to start it. */
  readonly rights: readonly Statement[];
  readonly startRights: readonly Statement[];
}

type Templates = ReadonlyArray<ReturnType<typeof templateOf>>;

function roleName(reference: unknown): string {
  const { 'Fn::GetAtt': parts } = reference as { readonly 'Fn::GetAtt': readonly string[] };
  return parts[0] ?? '';
}

function rightsOf(template: Templates[number], role: unknown): readonly Statement[] {
  const name = roleName(role);
  return Object.values(template.findResources('AWS::IAM::Policy'))
    .filter(({ Properties }) => Properties.Roles.some((entry: { Ref: string }) => entry.Ref === name))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

function tasksOf(templates: Templates): readonly Task[] {
  return templates.flatMap((template) =>
    Object.values(template.findResources('AWS::ECS::TaskDefinition')).map(({ Properties: properties }) => ({
      family: properties.Family,
      properties,
      container: properties.ContainerDefinitions[0],
      rights: rightsOf(template, properties.TaskRoleArn),
      startRights: rightsOf(template, properties.ExecutionRoleArn),
    })),
  );
}

const { production: settings } = environments;
const tasks = tasksOf([templateOf(settings, 'api'), templateOf(settings, 'loads')]);

function taskOf(name: string): Task {
  const found = tasks.find(({ family }) => family === `fluxion-production-${name}`);
  if (found === undefined) throw new Error(`No task ${name}`);
  return found;
}

test('there is a family of tasks for each set of rights', () => {
  expect(tasks.map(({ family }) => family.replace('fluxion-production-', '')).toSorted()).toEqual([
    'api',
    'export',
    'migrate',
    'prepare-role',
    'work',
  ]);
});

describe.each(tasks)('the task $family', ({ family, properties, container, rights, startRights }) => {
  test('runs on ARM, as nobody special, and can write to two folders only', () => {
    expect(properties).toMatchObject({
      RequiresCompatibilities: ['FARGATE'],
      RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' },
      NetworkMode: 'awsvpc',
    });
    expect(container).toMatchObject({
      Name: 'fluxion',
      User: '1000:1000',
      ReadonlyRootFilesystem: true,
      LinuxParameters: { Capabilities: { Drop: ['ALL'] } },
      StopTimeout: 60,
      MountPoints: expect.arrayContaining([
        { SourceVolume: 'data', ContainerPath: '/data', ReadOnly: false },
        { SourceVolume: 'tmp', ContainerPath: '/tmp', ReadOnly: false },
      ]),
    });
  });

  test('is not held up by its log', () => {
    expect(container).toMatchObject({
      LogConfiguration: { LogDriver: 'awslogs', Options: { mode: 'non-blocking', 'max-buffer-size': '26214400b' } },
    });
  });

  test('has no password among its variables, and the address of the database without one', () => {
    const names = container.Environment.map(({ Name }) => Name);
    expect(names.filter((name) => /pass|secret|token|key|dsn/i.test(name))).toEqual([]);
    const url = JSON.stringify(container.Environment.find(({ Name }) => Name === 'DATABASE_URL'));
    expect(url).toContain('sslmode=verify-full');
    expect(url).toContain('passwordsecret=');
    expect(url).not.toMatch(/postgresql:\/\/[^@"]*:/);
    expect(url).not.toContain('resolve:secretsmanager');
  });

  test('may read secrets and decrypt them, or mount the old system’s files, and nothing else', () => {
    const allowed = [
      'secretsmanager:GetSecretValue',
      'kms:Decrypt',
      'elasticfilesystem:ClientMount',
      'elasticfilesystem:ClientWrite',
    ];
    for (const { Action, Resource } of rights) {
      expect(allowed).toEqual(expect.arrayContaining([Action].flat()));
      expect(JSON.stringify(Resource)).not.toContain('*');
    }
    expect(rights.find(({ Action }) => Action === 'kms:Decrypt')?.Condition).toEqual({
      StringEquals: { 'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com' },
    });
  });

  test('is started by a role that can fetch the image, write the log, and read at most what is a variable of it', () => {
    const reading = startRights.filter(({ Action }) => JSON.stringify(Action).includes('secretsmanager:'));
    const keyed = ['fluxion-production-api', 'fluxion-production-work'].includes(family);
    expect(container.Secrets?.map(({ Name }) => Name)).toEqual(keyed ? ['FLUXION_SECRET_KEY'] : undefined);
    expect(reading).toHaveLength(keyed ? 1 : 0);
    for (const { Resource } of reading) {
      expect(JSON.stringify(Resource)).toContain(':secret:fluxion/production/secret-key-??????');
    }
    const actions = startRights
      .filter((right) => !reading.includes(right))
      .flatMap(({ Action }) => Action)
      .toSorted();
    expect(actions).toEqual([
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetAuthorizationToken',
      'ecr:GetDownloadUrlForLayer',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
    // AWS knows no narrower resource for the token that opens the registry.
    const anything = startRights.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action);
    expect(anything).toEqual(['ecr:GetAuthorizationToken']);
  });
});

test('only the making of the role may read the secret of the administrator', () => {
  const secretsOf = (name: string) =>
    JSON.stringify(taskOf(name).rights.filter(({ Action }) => Action === 'secretsmanager:GetSecretValue'));
  expect(secretsOf('prepare-role')).toContain('AdminSecret');
  expect(secretsOf('prepare-role')).toContain('ApplicationSecret');
  for (const name of ['api', 'work', 'migrate', 'export']) {
    expect(secretsOf(name)).toContain('ApplicationSecret');
    expect(secretsOf(name)).not.toContain('AdminSecret');
  }
});

test('a role is taken on by tasks of this account only', () => {
  const assumed = templateOf(settings, 'api').findResources('AWS::IAM::Role', {
    Properties: { AssumeRolePolicyDocument: { Statement: [{ Condition: {} }] } },
  });
  const [role] = Object.values(assumed);
  expect(role?.['Properties'].AssumeRolePolicyDocument.Statement[0]).toMatchObject({
    Principal: { Service: 'ecs-tasks.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
  });
});

test('a variable that is a secret is filled by ECS, whose role may read that secret only', () => {
  const found = tasksOf([templateOf(variant, 'api'), templateOf(variant, 'loads')]);
  const secretsOf = (family: string) => {
    const task = found.find((one) => one.family === `fluxion-production-${family}`);
    const readable = task?.startRights.filter(({ Action }) => JSON.stringify(Action).includes('GetSecretValue'));
    return { variables: task?.container.Secrets?.map(({ Name }) => Name), readable: JSON.stringify(readable) };
  };
  expect(secretsOf('api').variables).toEqual(['SENTRY_DSN', 'FLUXION_SECRET_KEY']);
  expect(secretsOf('api').readable).toContain('secret:fluxion/sentry-??????');
  expect(secretsOf('work').variables).toEqual(['TILL_TOKEN', 'FLUXION_SECRET_KEY']);
  expect(secretsOf('work').readable).toContain('secret:fluxion/tills-??????');
  expect(secretsOf('prepare-role').variables).toBeUndefined();
});
