export { openQueue, type Enqueued, type LoadQueue } from './queue.ts';
export { describeTask, taskKey, type LoadTask } from './task.ts';
export { startWorker, type Worker } from './worker.ts';
