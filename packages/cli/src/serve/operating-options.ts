import type { OperatingOptions } from '@fluxion/api';
import { FluxionError } from '@fluxion/engine/base';
import type { OptionValues } from '../options/index.ts';

type Asked = OptionValues<'environment' | 'origins' | 'proxies' | 'rate-limit' | 'metrics-token' | 'sentry' | 'traces'>;

function listed(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').flatMap((entry) => entry.trim() || []);
}

/** @throws FluxionError USAGE */
function originOf(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (/^https?:/.test(origin) && origin === text.replace(/\/$/, '')) return origin;
  throw new FluxionError('USAGE', `FLUXION_ORIGINS must hold origins, as in https://app.example.com, not "${text}"`);
}

/** @throws FluxionError USAGE without a word of the address: it has a key or a password in it */
function addressOf(text: string | undefined, variable: string): string | undefined {
  if (text === undefined || (URL.canParse(text) && /^https?:/.test(text))) return text;
  throw new FluxionError('USAGE', `${variable} must be an http:// or https:// address`);
}

/** What the server is told of its surroundings, and where its faults are reported. */
export interface Operating extends OperatingOptions {
  readonly sentry: string | undefined;
}

/**
 * What the server is told of its surroundings.
 * @throws FluxionError USAGE naming the variable that cannot be understood
 */
export function operatingOptions(asked: Asked): Operating {
  const perMinute = asked['rate-limit'];
  return {
    environment: asked.environment,
    secureCookies: asked.environment === 'production',
    origins: listed(asked.origins).map(originOf),
    trustProxy: listed(asked.proxies),
    requestsPerMinute: perMinute === 0 ? undefined : perMinute,
    metricsToken: asked['metrics-token'],
    sentry: addressOf(asked.sentry, 'SENTRY_DSN'),
    traces: addressOf(asked.traces, 'OTEL_EXPORTER_OTLP_ENDPOINT'),
  };
}
