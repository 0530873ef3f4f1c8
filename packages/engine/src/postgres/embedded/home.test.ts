import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { choosePort, keepPort, openHome, type EmbeddedHome } from './home.ts';

let directory: string;
let home: EmbeddedHome;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fluxion-home-'));
  home = await openHome(join(directory, 'a', 'b'));
});
afterEach(() => rm(directory, { recursive: true }));

test('the kept port is taken again, unless somebody else has it', async () => {
  const port = await choosePort(home);
  await keepPort(home, port);
  expect(await choosePort(home)).toBe(port);
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  expect(await choosePort(home)).not.toBe(port);
  squatter.close();
});

test.each(['', 'http', '-1', '0', '99999', '5432.5'])('a port file that says %j is not believed', async (text) => {
  await writeFile(home.portFile, text);
  expect(await choosePort(home)).toBeGreaterThan(0);
});
