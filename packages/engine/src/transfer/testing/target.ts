import { createTestDatabase } from '#testing/database.ts';
import { afterEach, beforeEach } from 'vitest';
import { FluxionError } from '../../base/index.ts';
import { migrate } from '../migrate.ts';
import type { MigrateReport } from '../report.ts';

type Options = Partial<Parameters<typeof migrate>[0]>;

export interface Target {
  readonly pool: Awaited<ReturnType<typeof createTestDatabase>>['pool'];
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** Migrates a file into the database. */
  run(file: string, more?: Options): Promise<MigrateReport>;
  /** The refusal of a migration. @throws if it is not refused, or not by us */
  refusal(file: string, more?: Options): Promise<FluxionError>;
}

/** An empty database of its own for each test of the calling file. */
export function provideTarget(): Target {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  beforeEach(async () => {
    database = await createTestDatabase({ template: 'empty' });
  });
  afterEach(() => database.drop());
  const run = (file: string, more: Options = {}) => migrate({ file, pool: database.pool, schema: 'public', ...more });
  return {
    get pool() {
      return database.pool;
    },
    query: async (sql) => (await database.pool.query<Record<string, unknown>>(sql)).rows,
    run,
    async refusal(file, more) {
      const error = await run(file, more).catch((thrown: unknown) => thrown);
      if (!(error instanceof FluxionError)) throw new Error(`not refused, or not by us: ${String(error)}`);
      return error;
    },
  };
}
