import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPool } from '../index.ts';
import { readMark, serverPid, startHolder, startIn, provideEmbeddedHomes } from '../testing/embedded-homes.ts';

const homes = provideEmbeddedHomes();

async function serverStart(url: string): Promise<string | undefined> {
  const pool = openPool({ url, applicationName: 'fluxion-test', max: 1 });
  const { rows } = await pool.query<{ start: string }>('SELECT pg_postmaster_start_time() AS start');
  await pool.end();
  return rows[0]?.start;
}

describe('processes that come at once', () => {
  test('to a home that does not exist make one server', async () => {
    const home = join(homes.directory, 'new');
    const users = await Promise.all([startHolder(home), startHolder(home), startIn(home)]);
    const starts = await Promise.all(users.map(({ url }) => serverStart(url)));
    expect(new Set(starts).size).toBe(1);
    await Promise.all(users.map((user) => user.stop()));
    expect(await serverPid(home)).toBeUndefined();
  });

  test('to one that is stopped start one server', async () => {
    const home = await homes.copy('stopped');
    const users = await Promise.all([startHolder(home), startHolder(home), startIn(home), startIn(home)]);
    const starts = await Promise.all(users.map(({ url }) => serverStart(url)));
    expect(new Set(starts).size).toBe(1);
    await Promise.all(users.map((user) => user.stop()));
    expect(await serverPid(home)).toBeUndefined();
  });

  test('and go at any time never lose the server while they use it', async () => {
    const home = await homes.copy('busy');
    const comeAndGo = async (visitor: number): Promise<void> => {
      for (let round = 0; round < 6; round += 1) {
        const server = await startIn(home);
        // Of different lengths, so that some leave just when others come.
        for (let query = 0; query <= (visitor * 7 + round * 3) % 5; query += 1) {
          expect(await readMark(server.url)).toBe('made before');
        }
        await server.stop();
      }
    };
    await Promise.all([0, 1, 2, 3].map(comeAndGo));
    expect(await serverPid(home)).toBeUndefined();
  });
});
