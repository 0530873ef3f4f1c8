import type { FaultReports } from './faults/faults.ts';

/** What a server is told of its surroundings; everything may be left out. */
export interface OperatingOptions {
  /** What faults and spans are told apart by: development, staging, production. */
  readonly environment?: string | undefined;
  /** Whether the session's cookie travels over https alone, also where we are not told that a proxy has ended TLS. */
  readonly secureCookies?: boolean | undefined;
  /** Of other web sites, those whose pages may ask the API: https://app.example.com. None unless told. */
  readonly origins?: readonly string[] | undefined;
  /** Whose X-Forwarded-* headers are believed: addresses or networks, as Fastify's `trustProxy`; the loopback unless told. */
  readonly trustProxy?: readonly string[] | undefined;
  /** How many requests each caller may send in a minute; any number unless told. */
  readonly requestsPerMinute?: number | undefined;
  /** Who sends it as a bearer token may read /metrics; without it, who asks from this machine. */
  readonly metricsToken?: string | undefined;
  /** Where faults are told; nowhere unless given. */
  readonly faults?: FaultReports | undefined;
  /** The OpenTelemetry collector, over HTTP: http://localhost:4318. */
  readonly traces?: string | undefined;
}
