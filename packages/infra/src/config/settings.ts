/** How tasks reach what is outside of their network; what each costs is in docs/cost.md. */
export type Egress = 'nat-gateway' | 'nat-instance' | 'endpoints';

export interface NetworkSettings {
  readonly cidr: string;
  /** Availability zones, each with a public, a private and a database subnet. */
  readonly zones: number;
  readonly egress: Egress;
}

export interface DatabaseSettings {
  /** PostgreSQL's major version. */
  readonly version: '16' | '17' | '18';
  /** Without the `db.` that the API puts before it: `t4g.medium`. */
  readonly instance: string;
  readonly storageGb: number;
  /** Up to which the storage grows by itself. */
  readonly maxStorageGb: number;
  /** A standby in another zone that takes over within one to two minutes. */
  readonly multiAz: boolean;
  /** How far back a point in time can be restored. */
  readonly backupDays: number;
  readonly deletionProtection: boolean;
  /** RDS Proxy, for many short-lived clients. */
  readonly proxy: boolean;
  /** A copy that others may read. */
  readonly readReplica: boolean;
}

/** A Fargate task's size: `cpu` in 1,024ths of a core. */
export interface TaskSize {
  readonly cpu: number;
  readonly memoryMb: number;
  /** The task's own disk; 21 to 200, of which Fargate's first 20 cost nothing. */
  readonly diskGb: number;
}

/**
 * Variables of the environment whose values are secrets, each by its name in Secrets Manager: `{ SENTRY_DSN: 'fluxion/sentry' }`.
 */
export type SecretVariables = Readonly<Record<string, string>>;

export interface ApiSettings extends TaskSize {
  readonly minTasks: number;
  readonly maxTasks: number;
  /** CloudFront before the load balancer, for screens far from the region. */
  readonly cdn: boolean;
  /** Requests that one address may send in five minutes before the firewall refuses it. */
  readonly requestsPerFiveMinutes: number;
  /** `SENTRY_DSN`, `FLUXION_METRICS_TOKEN`. */
  readonly secrets: SecretVariables;
}

/** When `fluxion` is run with these words as a task of its own. */
export interface LoadSchedule {
  /** Unique, in lower case: `work`, `recover`. */
  readonly name: string;
  /** As EventBridge takes it: `rate(15 minutes)`, `cron(30 5 * * ? *)`. */
  readonly expression: string;
  readonly command: readonly string[];
  /** For the bill: how long a day the tasks run, in hours. */
  readonly hoursADay: number;
}

export interface LoadSettings extends TaskSize {
  /** The zone that cron expressions are meant in. */
  readonly timezone: string;
  readonly schedules: readonly LoadSchedule[];
  /** Whether the schedules start anything; not while a migration writes, or a restore waits for a new name. */
  readonly scheduled: boolean;
  /** The file system that the old system's DuckDB file is on (`fs-...`), for the migration's task; undefined where it has none. */
  readonly sourceFileSystem: string | undefined;
  /** What headers of sources take with `${VARIABLE}`. */
  readonly secrets: SecretVariables;
}

export interface WatchSettings {
  /** Who is told of alarms; undefined where nobody is. */
  readonly mail: string | undefined;
  readonly logDays: number;
  /** A store's sales may be so old before an alarm. */
  readonly loadAgeHours: number;
  /** Dollars a month; from 80 % of it on, and when it is foreseen to be passed, a mail is sent. */
  readonly budgetUsd: number;
}

export interface DomainSettings {
  /** As people type it: `fluxion.example.com`. */
  readonly name: string;
  /** Of AWS Certificate Manager, in the region of the stacks. */
  readonly certificateArn: string;
}

/** Everything that an environment's stacks are made from. */
export interface Settings {
  readonly environment: 'staging' | 'production';
  readonly region: string;
  /** Where the dashboard is reached. */
  readonly domain: DomainSettings;
  /** The image's tag in the registry; never one that moves, so that a rollback is a deploy of the tag before. */
  readonly imageTag: string;
  readonly network: NetworkSettings;
  readonly database: DatabaseSettings;
  readonly api: ApiSettings;
  readonly loads: LoadSettings;
  readonly watch: WatchSettings;
}
