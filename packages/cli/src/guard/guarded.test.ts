import { EventEmitter } from 'node:events';
import { silentProgress } from '@fluxion/engine/base';
import { expect, it, vi } from 'vitest';
import { guardedProcess } from './guarded.ts';
import type { Message } from './message.ts';

function fakeProcess() {
  const sent: Message[] = [];
  const kill = vi.fn<(processId: number, signal: 'SIGKILL') => void>();
  return Object.assign(new EventEmitter(), { pid: 42, sent, kill, send: (message: Message) => sent.push(message) });
}

it('tells its guard what stages are running, and its exit code', () => {
  const self = fakeProcess();
  const guarded = guardedProcess(self);
  const progress = guarded.watched(silentProgress);
  const first = progress.stage('clientes');
  const second = progress.stage('ventas', 10);
  second.advance(10);
  first.end();
  second.end('done');
  guarded.ends(3);
  expect(self.sent).toEqual([
    { stages: ['clientes'] },
    { stages: ['clientes', 'ventas'] },
    { stages: ['ventas'] },
    { stages: [] },
    { exitCode: 3 },
  ]);
});

it('does not outlive its guard', () => {
  const self = fakeProcess();
  guardedProcess(self);
  expect(self.kill).not.toHaveBeenCalled();
  self.emit('disconnect');
  expect(self.kill).toHaveBeenCalledExactlyOnceWith(42, 'SIGKILL');
});
