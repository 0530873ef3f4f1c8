import { context, SpanKind, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import type pg from 'pg';

const longest = 2_000;

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  const isNamed = typeof statement === 'object' && statement !== null && 'text' in statement;
  return isNamed ? String(statement.text) : '';
}

function end(span: Span, error?: unknown): void {
  // Its message may hold values; the code does not.
  if (error instanceof Error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute('error.type', 'code' in error ? String(error.code) : error.name);
  }
  span.end();
}

type Query = (...given: unknown[]) => unknown;

/** The driver's own `query`, with a span around each statement of a request. Its parameters are left out. */
function traced(query: Query, tracer: Tracer): Query {
  return (...given) => {
    if (trace.getActiveSpan() === undefined) return query(...given);
    const text = textOf(given[0]).trim();
    const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, longest) };
    const name = /^\w+/.exec(text)?.[0].toUpperCase() ?? 'query';
    const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes });
    const done = given.at(-1);
    if (typeof done === 'function') {
      const told = (error: unknown, ...rest: unknown[]) => {
        end(span, error);
        done(error, ...rest);
      };
      return query(...given.slice(0, -1), context.bind(context.active(), told));
    }
    const result = query(...given);
    if (result instanceof Promise)
      result.then(
        () => end(span),
        (error: unknown) => end(span, error),
      );
    else end(span);
    return result;
  };
}

/** Gives each statement that a request sends on the pool's connections a span of its own, within that of the request. */
export function traceQueries(pool: pg.Pool, tracer: Tracer): void {
  pool.on('connect', (client) => {
    client.query = traced(client.query.bind(client) as Query, tracer) as typeof client.query;
  });
  // A connection that was waited for is handed over in the context of whoever gave it back.
  const connect = pool.connect.bind(pool) as Query;
  pool.connect = ((...given: unknown[]) =>
    connect(
      ...given.map((callback) =>
        typeof callback === 'function' ? context.bind(context.active(), callback) : callback,
      ),
    )) as typeof pool.connect;
}
