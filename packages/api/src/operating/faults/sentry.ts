import { createStackParser, createTransport, Scope } from '@sentry/core';
import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server';
import type { FaultOptions, FaultReports } from './faults.ts';

const flushWithinMs = 2_000;
const sendWithinMs = 5_000;

/** Reports to Sentry, or what takes its place: the error, its stack, and the tags; nothing of what a request carried. */
export function sentryReports({ dsn, version, environment = 'development' }: FaultOptions): FaultReports {
  const client = new ServerRuntimeClient({
    dsn,
    environment,
    release: `fluxion@${version}`,
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    integrations: [],
    stackParser: createStackParser(nodeStackLineParser()),
    transport: (options) =>
      createTransport(options, async ({ body }) => {
        const { status, headers } = await fetch(options.url, {
          method: 'POST',
          body,
          signal: AbortSignal.timeout(sendWithinMs),
        });
        return {
          statusCode: status,
          headers: {
            'x-sentry-rate-limits': headers.get('x-sentry-rate-limits'),
            'retry-after': headers.get('retry-after'),
          },
        };
      }),
  });
  client.init();
  return {
    report(error, tags) {
      const scope = new Scope();
      scope.setTags(tags);
      client.captureException(error, undefined, scope);
    },
    async flush() {
      await client.flush(flushWithinMs);
    },
  };
}
