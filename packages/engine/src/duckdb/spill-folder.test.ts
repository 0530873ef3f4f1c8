import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { spillFolder } from './spill-folder.ts';

it('is of its process alone, and what a dead one left is removed', () => {
  const parent = mkdtempSync(join(tmpdir(), 'fluxion-spill-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const others = [`fluxion-duckdb-${process.ppid}`, 'fluxion-other'];
  for (const name of [...others, `fluxion-duckdb-${ended}`])
    mkdirSync(join(parent, name, 'inner'), { recursive: true });
  expect(spillFolder(parent)).toBe(join(parent, `fluxion-duckdb-${process.pid}`));
  expect(readdirSync(parent).toSorted()).toEqual(others.toSorted());
});
