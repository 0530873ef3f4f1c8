/** Opens a mirror and takes it from state to state, saying each that is committed, until it is killed. */
import { openMirrorFile } from '../index.ts';
import { beginMirror, moveOn } from './begin-mirror.ts';

const [folder = '', rows = ''] = process.argv.slice(2);
const file = await openMirrorFile({ folder, name: 'chain', memoryLimit: '128MiB', log: () => {} });
const duck = file.isNew ? await beginMirror(file, Number(rows)) : await file.connect();
const [start] = (await file.read('SELECT 1', [])).snapshot.split(':');
process.send?.({ path: file.path, state: Number(start) });
for (let state = Number(start) + 1; ; state++) {
  await moveOn(duck, state);
  // Some of them die in the middle of this.
  if (state % 3 === 0) await duck.run('CHECKPOINT');
  process.send?.({ path: file.path, state });
}
