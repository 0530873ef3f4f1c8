import type { FastifyInstance } from 'fastify';

/**
 * Makes a server that is closed answer the requests that run, each on a connection that then ends, before its
 * connections are cut. Requests that take longer than `patienceMs` are cut too: one that hangs must not keep the
 * process from ending.
 */
export function finishRequestsOnClose(app: FastifyInstance, patienceMs: number): void {
  let running = 0;
  let closing = false;
  let drained = (): void => {};
  app.addHook('onRequest', async (_request, reply) => {
    running += 1;
    reply.raw.once('close', () => {
      running -= 1;
      if (running === 0) drained();
    });
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    closing = true;
    if (running === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      drained = resolve;
      timer = setTimeout(resolve, patienceMs);
    });
    clearTimeout(timer);
  });
}
