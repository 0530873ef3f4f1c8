import { FluxionError } from '@fluxion/engine/base';
import { describe, expect, it } from 'vitest';
import { describeError } from './error-report.ts';

describe('describeError', () => {
  it('tells a foreseen failure by its sentence, its details and its own exit code', () => {
    const error = new FluxionError('TARGET_MISFIT', 'two tables do not fit', {
      details: ['ventas_raw: fecha', 'pedidos'],
    });
    expect(describeError(error, { debug: false })).toEqual({
      lines: ['fluxion: two tables do not fit', '  ventas_raw: fecha', '  pedidos'],
      json: {
        error: { code: 'TARGET_MISFIT', message: 'two tables do not fit', details: ['ventas_raw: fecha', 'pedidos'] },
      },
      exitCode: 4,
    });
  });

  it('tells an unforeseen one on one line', () => {
    expect(describeError(new TypeError('x is not\n  a function'), { debug: false })).toEqual({
      lines: ['fluxion: unforeseen error: x is not a function (FLUXION_DEBUG=1 shows where)'],
      json: { error: { code: 'INTERNAL', message: 'x is not a function', details: [] } },
      exitCode: 1,
    });
    expect(describeError('text', { debug: true }).lines).toHaveLength(1);
  });

  it('shows the stacks of the error and of its causes when debugging', () => {
    const error = new FluxionError('COPY_FAILED', 'failed', { cause: new Error('the cause') });
    const lines = describeError(error, { debug: true }).lines.join('\n');
    expect(lines).toContain('error-report.test.ts');
    expect(lines).toContain('Error: the cause');
  });
});
