/** npm starts us, some versions through a shell that passes no signal on; and a killed npm passes none on either. */
import { readFileSync } from 'node:fs';

const intervalMs = 500;

/** Ends this process in order, as SIGTERM does, when the npm that runs it is gone. Without npm it does nothing. */
export function endWithNpm() {
  if (process.env.npm_command === undefined) return;
  const atFirst = lineage();
  const timer = setInterval(() => {
    if (lineage() === atFirst) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, intervalMs);
  timer.unref();
}

/** Who npm is: our parent, or where a shell stands between, its parent. An orphan's parent is another one at once. */
function lineage() {
  const parent = process.ppid;
  try {
    // `pid (name) state ppid ...`; only Linux has it.
    const [, name = '', grandparent = ''] =
      /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? [];
    return /^(ba|da)?sh$/.test(name) ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}
