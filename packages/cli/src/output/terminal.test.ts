import { describe, expect, it } from 'vitest';
import { Terminal } from './terminal.ts';

function fakeTerminal({ tty = false, json = false } = {}) {
  const printed = { stdout: '', stderr: '' };
  let now = 0;
  const stdout = { write: (text: string) => (printed.stdout += text) };
  const stderr = { write: (text: string) => (printed.stderr += text), isTTY: tty, columns: 60 };
  const terminal = new Terminal({ stdout, stderr, json, now: () => now });
  return { terminal, printed, pass: (milliseconds: number) => (now += milliseconds) };
}

/** What a terminal shows after these writes: our drawings move only up by whole lines, and clear to the end. */
function screen(written: string): string[] {
  const lines: string[] = [];
  // oxlint-disable-next-line no-control-regex -- the escape sequences are what is tested
  for (const part of written.split(/(\u001B\[\d+A\u001B\[J|\n)/)) {
    // oxlint-disable-next-line no-control-regex
    const up = /^\u001B\[(\d+)A/.exec(part)?.[1];
    if (up !== undefined) lines.splice(lines.length - Number(up));
    else if (part !== '\n' && part !== '') lines.push(part);
  }
  return lines;
}

describe('Terminal', () => {
  it('prints the result on stdout, as text or as JSON', () => {
    const plain = fakeTerminal();
    plain.terminal.result({ text: 'done', json: { rows: 1 } });
    expect(plain.printed).toEqual({ stdout: 'done\n', stderr: '' });
    const machine = fakeTerminal({ json: true });
    machine.terminal.result({ text: 'done', json: { rows: 1 } });
    expect(machine.printed).toEqual({ stdout: '{"rows":1}\n', stderr: '' });
  });

  it('logs a long stage now and then, and its end', () => {
    const { terminal, printed, pass } = fakeTerminal();
    const stage = terminal.progress.stage('facturas', 1000);
    stage.advance(100);
    pass(5000);
    stage.advance(150);
    pass(100);
    stage.advance(250);
    terminal.note('a note');
    stage.end();
    expect(printed.stderr.split('\n')).toEqual([
      'facturas: 25%, 250 rows, 50 rows/s, ETA 15 s',
      'a note',
      'facturas: 500 rows, 98 rows/s, 5.1 s',
      '',
    ]);
    expect(printed.stdout).toBe('');
  });

  it('keeps the bars of the running stages at the bottom of a terminal', () => {
    const { terminal, printed, pass } = fakeTerminal({ tty: true });
    const sales = terminal.progress.stage('ventas_raw', 100);
    const receipts = terminal.progress.stage('facturas');
    terminal.note('a note');
    pass(150);
    sales.advance(50);
    expect(screen(printed.stderr)).toEqual([
      'a note',
      'ventas_raw  [############............]   50%  50 rows',
      'facturas  ...',
    ]);
    pass(1000);
    sales.end();
    expect(screen(printed.stderr)).toEqual(['a note', 'ventas_raw: 50 rows, 43 rows/s, 1.1 s', 'facturas  ...']);
    receipts.end('none');
    expect(screen(printed.stderr).slice(2)).toEqual(['facturas: none, 1.1 s']);
  });

  it('draws a bar at most ten times a second', () => {
    const { terminal, printed, pass } = fakeTerminal({ tty: true });
    const stage = terminal.progress.stage('ventas_raw', 10_000);
    for (let row = 0; row < 1000; row += 1) {
      pass(1);
      stage.advance(1);
    }
    expect(printed.stderr.split('\n').length).toBeLessThanOrEqual(12);
  });
});
