import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider, type NodeTracerConfig } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { traceQueries } from './queries.ts';
import { traceRequests } from './requests.ts';

interface TracingOptions {
  /** The collector's address, as OTEL_EXPORTER_OTLP_ENDPOINT has it: paths of signals are added to it. */
  readonly endpoint: string;
  readonly version: string;
  readonly environment: string | undefined;
  /** Whose queries have spans. */
  readonly pool: pg.Pool;
}

type Resource = NonNullable<NodeTracerConfig['resource']>;

function resourceOf({ version, environment = 'development' }: TracingOptions): Resource {
  const attributes = {
    'service.name': 'fluxion',
    'service.version': version,
    'deployment.environment.name': environment,
  };
  const resource: Resource = {
    attributes,
    merge: () => resource,
    getRawAttributes: () => Object.entries(attributes),
  };
  return resource;
}

/**
 * Sends a span of each request and of each of its queries to an OpenTelemetry collector, in the trace that the caller names
 * (W3C traceparent). What is not sent yet is sent when the server closes.
 */
export function startTracing(app: FastifyInstance, options: TracingOptions): void {
  const exporter = new OTLPTraceExporter({ url: `${options.endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceOf(options),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  // Makes the context follow the work of a request, and reads and writes traceparent.
  provider.register();
  const tracer = trace.getTracer('fluxion', options.version);
  traceRequests(app, tracer);
  traceQueries(options.pool, tracer);
  app.addHook('onClose', async () => {
    // A collector that is away must not keep the server from ending in order.
    await provider.shutdown().catch((error: unknown) => app.log.warn({ err: error }, 'spans were not sent'));
  });
}
