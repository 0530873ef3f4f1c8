import { createTestDatabase } from '#testing/database.ts';
import { createDuckFile } from '#testing/duck-file.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { randomDatabase } from './testing/random-database.ts';
import { verify } from './verify/index.ts';

it('brings any tables with any names, types and values across, whole and proven', async () => {
  await fc.assert(
    fc.asyncProperty(randomDatabase, async (statements) => {
      const file = await createDuckFile(statements);
      const database = await createTestDatabase({ template: 'empty' });
      try {
        const options = { file, pool: database.pool, schema: 'public' };
        const report = await migrate(options);
        expect(report.objects.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
        expect(report.tables.map(({ proof }) => [proof?.equal, proof?.notCompared])).toEqual(
          report.tables.map(() => [true, []]),
        );
        expect(await verify(options)).toMatchObject({ equal: true, rows: report.rows });
      } finally {
        await database.drop();
      }
    }),
    { numRuns: Number(process.env.TORTURE_ROUNDS ?? 12), interruptAfterTimeLimit: 3_000_000 },
  );
}, 3_600_000);
