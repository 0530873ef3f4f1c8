/** A process that keeps a mirror, does what it is told over its channel, and can be killed. */
import { messageOf } from '../../../base/index.ts';
import { openMirror } from '../../index.ts';
import { content } from './content-question.ts';
import type { Told, MirrorTask } from './remote-mirror.ts';
import { rollups } from './tables.ts';

const [url = '', folder = ''] = process.argv.slice(2);
const tell = (line: string) => void process.send?.({ line } satisfies Told);
const mirror = openMirror({
  url,
  folder,
  name: 'model',
  rollups,
  memoryLimit: '256MiB',
  threads: 1,
  followMs: 100,
  log: { info: tell, warn: tell },
});

async function perform(task: MirrorTask): Promise<unknown> {
  switch (task.kind) {
    case 'ask':
      return mirror.query(content, task.wanted, { freshness: task.freshness, budgetMs: task.budgetMs });
    case 'sync':
      return mirror.sync();
    case 'rebuild':
      return mirror.rebuild(task.tables);
    case 'ready':
      return mirror.whenReady();
    case 'check':
      return mirror.check();
    case 'status':
      return mirror.status();
    case 'close':
      return mirror.close();
  }
}

process.on('message', ({ id, task }: { id: number; task: MirrorTask }) => {
  perform(task).then(
    (result) => process.send?.({ id, result } satisfies Told),
    (error: unknown) => process.send?.({ id, failure: messageOf(error) } satisfies Told),
  );
});
process.on('disconnect', () => process.exit());
tell('started');
