import { expect, it } from 'vitest';
import { optionValues } from '../options/index.ts';
import { operatingOptions } from './operating-options.ts';

const names = ['environment', 'origins', 'proxies', 'rate-limit', 'metrics-token', 'sentry', 'traces'] as const;
const optionsOf = (environment: Record<string, string>) =>
  operatingOptions(optionValues(names, new Map(), environment));

it('lets nobody in from elsewhere unless it is told to', () => {
  expect(optionsOf({})).toEqual({
    environment: 'development',
    secureCookies: false,
    origins: [],
    trustProxy: ['loopback'],
    requestsPerMinute: 6000,
    metricsToken: undefined,
    sentry: undefined,
    traces: undefined,
  });
});

it('takes lists apart, and 0 for no limit', () => {
  const FLUXION_ORIGINS = 'https://app.example.com/, http://localhost:5173,';
  expect(
    optionsOf({
      ENVIRONMENT: 'production',
      FLUXION_ORIGINS,
      FLUXION_PROXIES: '10.0.0.0/8, loopback',
      FLUXION_RATE_LIMIT: '0',
    }),
  ).toMatchObject({
    secureCookies: true,
    origins: ['https://app.example.com', 'http://localhost:5173'],
    trustProxy: ['10.0.0.0/8', 'loopback'],
    requestsPerMinute: undefined,
  });
});

it.each(['*', 'app.example.com', 'https://app.example.com/panel', 'null', 'file:///etc'])(
  'refuses the origin %j',
  (origin) => {
    expect(() => optionsOf({ FLUXION_ORIGINS: origin })).toThrow(/FLUXION_ORIGINS must hold origins/);
  },
);

it('refuses an address that is none, without a word of it', () => {
  expect(() => optionsOf({ SENTRY_DSN: 'key@sentry' })).toThrow('SENTRY_DSN must be an http:// or https:// address');
});
