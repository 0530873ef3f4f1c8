import { EventEmitter } from 'node:events';
import { FluxionError } from '@fluxion/engine/base';
import { describe, expect, it, vi } from 'vitest';
import { listenForInterrupt } from './interrupt.ts';

describe('listenForInterrupt', () => {
  it('aborts at the first signal and reports a second one, but not the same press passed on by npm', () => {
    const source = new EventEmitter();
    const [onFirst, onSecond] = [vi.fn<() => void>(), vi.fn<() => void>()];
    let now = 0;
    const { signal, dispose } = listenForInterrupt(source, onFirst, onSecond, () => now);
    expect(signal.aborted).toBe(false);
    source.emit('SIGINT');
    now = 20;
    source.emit('SIGINT');
    expect(signal.reason).toBeInstanceOf(FluxionError);
    expect(signal.reason).toMatchObject({ code: 'INTERRUPTED' });
    expect([onFirst, onSecond].map((listener) => listener.mock.calls.length)).toEqual([1, 0]);
    now = 1000;
    source.emit('SIGTERM');
    expect([onFirst, onSecond].map((listener) => listener.mock.calls.length)).toEqual([1, 1]);
    dispose();
    expect(source.eventNames()).toEqual([]);
  });
});
