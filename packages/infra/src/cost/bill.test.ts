import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../config/settings.ts';
import { billOf, plan } from './bill.ts';
import { choicesOf, economical } from './choices.ts';
import { CostError } from './cost-error.ts';
import { environments } from './deployments.ts';
import { prices, sources } from './prices.ts';

const { production, staging } = environments;

const amounts = (settings: Settings, group: 'database' | 'rest') =>
  Object.fromEntries(
    billOf(settings)
      .lines.filter((line) => line.group === group)
      .map(({ what, usd }) => [what, usd]),
  );

describe('the bill of production', () => {
  it('has the lines of the database that were calculated by hand', () => {
    expect(amounts(production, 'database')).toEqual({
      'Instance db.t4g.medium and its standby': 94.9, // 730 x 0.13
      'Processor above the baseline': 0,
      'Storage gp3, in two zones': 23, // 100 x 0.23
      'Backups of 7 days, beyond the free 100 GB': 0, // 50 + 7 x 1 are fewer than 100
      Key: 1,
      'Requests to the key': 0.3, // 0.1 x 3
    });
  });

  it('has the lines of the rest that were calculated by hand', () => {
    expect(amounts(production, 'rest')).toMatchObject({
      'NAT gateway': 32.85, // 730 x 0.045
      'Data through the NAT gateway': 0.68, // 15 x 0.045
      'Public address of the NAT': 3.65, // 730 x 0.005
      'API tasks: processor': 24.62, // (2 x 730 + 2 x 30.41667) x 0.5 x 0.03238
      'API tasks: memory': 10.83, // (2 x 730 + 2 x 30.41667) x 2 x 0.00356
      'API tasks: disk beyond 20 GB': 1.69, // (2 x 730 + 2 x 30.41667) x 10 x 0.000111
      'Load tasks: processor': 2.46, // 2.5 x 30.41667 x 1 x 0.03238
      'Load tasks: memory': 1.08, // 2.5 x 30.41667 x 4 x 0.00356
      'Load balancer': 16.43, // 730 x 0.0225
      'Public addresses of the load balancer': 7.3, // 2 x 730 x 0.005
    });
  });

  it('exceeds the plan, by what its standby costs; the cheaper choice does not, and is under all that the old system cost', () => {
    const bill = billOf(production);
    const least = billOf(economical(production));
    expect(bill.databaseUsd).toBeGreaterThan(plan.databaseUsd);
    expect(least.databaseUsd).toBeLessThan(plan.databaseUsd);
    expect(least.totalUsd).toBeLessThan(plan.fromUsd);
  });

  it('has no public addresses of a load balancer that only CloudFront reaches', () => {
    const behindCdn = amounts({ ...production, api: { ...production.api, cdn: true } }, 'rest');
    expect(Object.keys(behindCdn).filter((what) => what.includes('ublic address'))).toEqual([
      'Public address of the NAT',
    ]);
  });

  it('adds its lines up to the cent', () => {
    for (const settings of [production, staging, economical(production)]) {
      const { lines, databaseUsd, restUsd, totalUsd } = billOf(settings);
      const cents = lines.reduce((total, { usd }) => total + Math.round(usd * 100), 0);
      expect(Math.round(totalUsd * 100)).toBe(cents);
      expect(Math.round((databaseUsd + restUsd) * 100)).toBe(cents);
    }
  });
});

type Section = 'network' | 'database' | 'api' | 'loads' | 'watch';
type Effect = 'dearer' | 'same' | 'cheaper';
/** Each setting changed from production's, and what that must do to the bill: a setting that is forgotten here does not compile. */
const changes: { [S in Section]: { [K in keyof Settings[S]]-?: readonly [Settings[S][K], Effect] } } = {
  network: { cidr: ['10.30.0.0/16', 'same'], zones: [3, 'dearer'], egress: ['nat-instance', 'cheaper'] },
  database: {
    version: ['16', 'same'],
    instance: ['t4g.large', 'dearer'],
    storageGb: [200, 'dearer'],
    maxStorageGb: [1000, 'same'],
    multiAz: [false, 'cheaper'],
    backupDays: [8, 'same'],
    deletionProtection: [false, 'same'],
    proxy: [true, 'dearer'],
    readReplica: [true, 'dearer'],
  },
  api: {
    cpu: [1024, 'dearer'],
    memoryMb: [4096, 'dearer'],
    diskGb: [60, 'dearer'],
    minTasks: [3, 'dearer'],
    maxTasks: [8, 'dearer'],
    cdn: [true, 'cheaper'],
    requestsPerFiveMinutes: [100, 'same'],
    secrets: [{ SENTRY_DSN: 'fluxion/sentry' }, 'dearer'],
  },
  loads: {
    cpu: [512, 'cheaper'],
    memoryMb: [2048, 'cheaper'],
    diskGb: [21, 'cheaper'],
    timezone: ['UTC', 'same'],
    schedules: [[], 'cheaper'],
    scheduled: [false, 'cheaper'],
    sourceFileSystem: ['fs-0123456789abcdef0', 'same'],
    secrets: [{ STORE_KEY: 'fluxion/stores' }, 'dearer'],
  },
  watch: {
    mail: ['operator@example.com', 'same'],
    logDays: [365, 'dearer'],
    loadAgeHours: [1, 'same'],
    budgetUsd: [1, 'same'],
  },
};

function effect(usd: number, before: number): Effect {
  if (usd === before) return 'same';
  return usd > before ? 'dearer' : 'cheaper';
}

describe('a setting', () => {
  it.each(
    (['network', 'database', 'api', 'loads', 'watch'] as const).flatMap((section) =>
      Object.entries(changes[section]).map(([name, [value, expected]]) => ({ section, name, value, expected })),
    ),
  )('$section.$name makes the bill $expected', ({ section, name, value, expected }) => {
    const changed = { ...production, [section]: { ...production[section], [name]: value } };
    expect(effect(billOf(changed).totalUsd, billOf(production).totalUsd)).toBe(expected);
  });

  it('that grows never makes the bill smaller', () => {
    const size = fc.record({
      storageGb: fc.integer({ min: 20, max: 500 }),
      backupDays: fc.integer({ min: 0, max: 35 }),
      minTasks: fc.integer({ min: 1, max: 10 }),
      diskGb: fc.integer({ min: 20, max: 200 }),
    });
    type Size = typeof size extends fc.Arbitrary<infer T> ? T : never;
    const total = ({ storageGb, backupDays, minTasks, diskGb }: Size) =>
      billOf({
        ...production,
        database: { ...production.database, storageGb, backupDays },
        api: { ...production.api, minTasks, maxTasks: 10, diskGb },
      }).totalUsd;
    fc.assert(
      fc.property(size, size, (one, other) => {
        const larger = {
          storageGb: Math.max(one.storageGb, other.storageGb),
          backupDays: Math.max(one.backupDays, other.backupDays),
          minTasks: Math.max(one.minTasks, other.minTasks),
          diskGb: Math.max(one.diskGb, other.diskGb),
        };
        expect(total(larger)).toBeGreaterThanOrEqual(total(one));
      }),
    );
  });

  it('of backups costs only beyond as much as the storage', () => {
    const backups = (backupDays: number, storageGb: number) => {
      const { lines } = billOf({ ...production, database: { ...production.database, backupDays, storageGb } });
      return lines.find(({ what }) => what.startsWith('Backups'))?.usd;
    };
    expect([backups(35, 100), backups(35, 60), backups(0, 20)]).toEqual([0, 2.38, 0]); // (50 + 35 - 60) x 0.095
  });

  it('without a price is refused with where to put one', () => {
    const unknown = { ...production, database: { ...production.database, instance: 'x9.huge' } };
    expect(() => billOf(unknown)).toThrow(/no price of db\.x9\.huge .*instances\.ts/);
    expect(() => billOf({ ...production, region: 'sa-east-1' })).toThrow(CostError);
  });
});

describe('choices', () => {
  it('say what each changes, the most that is saved first, and leave out what is chosen already', () => {
    const choices = choicesOf(production);
    expect(choices.map(({ usd }) => usd)).toEqual(choices.map(({ usd }) => usd).toSorted((one, other) => one - other));
    expect(choices[0]).toMatchObject({ name: 'Database in one zone', usd: -58.95 });
    expect(choices.map(({ name }) => name)).not.toContain('NAT gateway');
    expect(choicesOf(staging).map(({ name }) => name)).toContain('NAT gateway');
  });
});

it('says of each price where it is from', () => {
  expect(Object.values(prices).filter(({ source }) => !(source in sources))).toEqual([]);
});

it.each([production, staging])('leaves room below what the budget of $environment tells of at 80 %', (settings) => {
  expect(billOf(settings).totalUsd).toBeLessThan(0.8 * settings.watch.budgetUsd);
});
