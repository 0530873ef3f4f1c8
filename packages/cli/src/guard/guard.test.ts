import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FluxionError } from '@fluxion/engine/base';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Guard } from './guard.ts';

/** A guard of a process that runs `code`. */
function guardOf(code: string): Guard {
  const folder = mkdtempSync(join(tmpdir(), 'fluxion-guard-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, 'program.mjs');
  writeFileSync(program, code);
  return new Guard(() => fork(program, [], { execArgv: [] }));
}

const forever = 'setInterval(() => {}, 1000);';
const dies = (signal: string) => `process.kill(process.pid, '${signal}'); ${forever}`;
const never = new AbortController().signal;

describe('Guard', () => {
  it.each([0, 3, 4, 130])('gives back exit code %i', async (exitCode) => {
    expect(await guardOf(`process.exit(${exitCode})`).run('a.duckdb', never)).toBe(exitCode);
  });

  it.each([
    ['SIGSEGV', 'SOURCE_CRASHED', 4],
    ['SIGABRT', 'SOURCE_CRASHED', 4],
    ['SIGBUS', 'SOURCE_CRASHED', 4],
    ['SIGKILL', 'KILLED', 1],
  ])('explains an end by %s and tidies up', async (signal, code, exitCode) => {
    const tidy = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('in vain'));
    const error = await guardOf(dies(signal))
      .run('a.duckdb', never, tidy)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FluxionError);
    expect(error).toMatchObject({ code, exitCode, message: expect.stringMatching(/ read a\.duckdb[: ]/) });
    expect(tidy).toHaveBeenCalledOnce();
  });

  it('names the stages that were running', async () => {
    const guard = guardOf(`process.send({ stages: ['clientes', 'ventas'] }, () => { ${dies('SIGSEGV')} });`);
    await expect(guard.run('a.duckdb', never)).rejects.toThrow(/a\.duckdb, at clientes and ventas: .*--exclude/);
  });

  it('keeps to an exit code that was told before a crash', async () => {
    const guard = guardOf(`process.send({ exitCode: 3 }, () => { ${dies('SIGSEGV')} });`);
    expect(await guard.run('a.duckdb', never)).toBe(3);
  });

  it('passes an interruption on, and gives back what the process makes of it', async () => {
    const guard = guardOf(`process.once('SIGTERM', () => process.exit(130)); process.send({ stages: [] }); ${forever}`);
    const interrupted = new AbortController();
    const ended = guard.run('a.duckdb', interrupted.signal);
    await vi.waitUntil(() => guard.isRunning, { timeout: 30_000 });
    interrupted.abort(new FluxionError('INTERRUPTED', 'interrupted'));
    // Before it listens, the signal ends it.
    expect(await ended.catch((error: unknown) => (error instanceof FluxionError ? error.exitCode : error))).toBe(130);
    expect(guard.isRunning).toBe(false);
  });

  it('ends a process that does not even hear a signal', async () => {
    const guard = guardOf(`process.on('SIGTERM', () => {}); ${forever}`);
    const ended = guard.run('a.duckdb', never);
    guard.kill();
    await expect(ended).rejects.toMatchObject({ code: 'KILLED' });
  });
});
