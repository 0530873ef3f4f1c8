import type { OptionSpec } from './spec.ts';

/** Settings of who operates a server: only the environment sets them. */
export const operatingOptions = {
  environment: {
    type: 'string',
    flag: false,
    env: 'ENVIRONMENT',
    default: 'development',
    choices: ['development', 'staging', 'production'],
    help: 'development, staging or production: what errors and traces are told apart by; with production the browser sends its session over https only',
  },
  origins: {
    type: 'string',
    flag: false,
    env: 'FLUXION_ORIGINS',
    help: 'the origins of other web sites whose pages may ask the API, with commas between them (https://app.example.com); none unless told',
  },
  proxies: {
    type: 'string',
    flag: false,
    env: 'FLUXION_PROXIES',
    default: 'loopback',
    help: "addresses or networks of the proxies in front, with commas between them (10.0.0.0/8): their X-Forwarded-* headers are believed; loopback is this machine's",
  },
  'rate-limit': {
    type: 'integer',
    flag: false,
    env: 'FLUXION_RATE_LIMIT',
    default: 6000,
    minimum: 0,
    help: 'requests that each caller may send in a minute, to this process; 0: any number',
  },
  'metrics-token': {
    type: 'string',
    flag: false,
    env: 'FLUXION_METRICS_TOKEN',
    help: 'whoever sends it as a bearer token may read /metrics; without it, only this machine may',
  },
  'secret-keys': {
    type: 'string',
    flag: false,
    env: 'FLUXION_SECRET_KEY',
    help: 'what secrets of second factors are encrypted with in the database: 32 random characters or more (openssl rand -base64 32). With commas between them several, of which the first encrypts and each decrypts. Without it they are stored as they are, but for the embedded server, which has a key of its own in FLUXION_HOME',
  },
  sentry: {
    type: 'string',
    flag: false,
    env: 'SENTRY_DSN',
    help: 'where faults of the program are reported, as Sentry gives it (https://key@host/project); nowhere unless told',
  },
  traces: {
    type: 'string',
    flag: false,
    env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    help: 'the OpenTelemetry collector that spans of requests and queries are sent to, over HTTP (http://localhost:4318); none unless told',
  },
} as const satisfies Record<string, OptionSpec>;
