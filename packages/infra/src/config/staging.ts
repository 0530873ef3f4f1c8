import type { Settings } from './settings.ts';

/** What differs from one account to another, told when the stacks are made. */
export type Deployment = Pick<Settings, 'domain' | 'imageTag'> & {
  readonly mail: string | undefined;
  readonly sourceFileSystem: string | undefined;
  readonly scheduled: boolean;
};

/** As production, in the small: one zone's database, one task, a NAT that may fail. */
export function staging({ domain, imageTag, mail, sourceFileSystem, scheduled }: Deployment): Settings {
  return {
    environment: 'staging',
    region: 'us-east-1',
    domain,
    imageTag,
    network: { cidr: '10.20.0.0/16', zones: 2, egress: 'nat-instance' },
    database: {
      version: '18',
      instance: 't4g.medium',
      storageGb: 100,
      maxStorageGb: 500,
      multiAz: false,
      backupDays: 7,
      deletionProtection: false,
      proxy: false,
      readReplica: false,
    },
    api: {
      cpu: 512,
      memoryMb: 2048,
      diskGb: 30,
      minTasks: 1,
      maxTasks: 2,
      cdn: false,
      requestsPerFiveMinutes: 10_000,
      secrets: {},
    },
    loads: {
      cpu: 1024,
      memoryMb: 4096,
      diskGb: 40,
      timezone: 'America/Caracas',
      schedules: [
        { name: 'work', expression: 'rate(15 minutes)', command: ['work'], hoursADay: 2 },
        { name: 'recover', expression: 'cron(30 5 * * ? *)', command: ['recover'], hoursADay: 0.5 },
      ],
      scheduled,
      sourceFileSystem,
      secrets: {},
    },
    watch: { mail, logDays: 14, loadAgeHours: 36, budgetUsd: 180 },
  };
}
