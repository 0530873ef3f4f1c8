import { describe, expect, it } from 'vitest';
import { secretAddressOf, withoutSecretAddress } from './secret-address.ts';

const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:fluxion/app+one-AbCdEf';
const base = 'postgresql://fluxion@db.example:5432/fluxion';

describe('the secret that an address names', () => {
  it.each([
    ['alone', `${base}?passwordsecret=${arn}`, base],
    ['first', `${base}?passwordsecret=${arn}&sslmode=verify-full`, `${base}?sslmode=verify-full`],
    ['last', `${base}?sslmode=verify-full&passwordsecret=${arn}`, `${base}?sslmode=verify-full`],
    ['encoded', `${base}?a=1&passwordsecret=${encodeURIComponent(arn)}&b=2`, `${base}?a=1&b=2`],
  ])('is found and taken out where it stands %s', (_where, url, rest) => {
    expect(secretAddressOf(url)).toEqual({ arn, region: 'us-east-1' });
    expect(withoutSecretAddress(url)).toBe(rest);
  });

  it('is none where none is named', () => {
    for (const url of [base, `${base}?sslmode=require`, '/var/run/postgresql fluxion']) {
      expect(secretAddressOf(url)).toBeUndefined();
      expect(withoutSecretAddress(url)).toBe(url);
    }
  });

  it.each(['', 'fluxion', 'arn:aws:s3:::bucket', '%', `${arn} `])('is refused as %j, in one sentence', (named) => {
    expect(() => secretAddressOf(`${base}?passwordsecret=${named}`)).toThrow(/must be the whole ARN/);
  });

  it('is refused beside a password, without a word of it', () => {
    const url = `postgresql://fluxion:s3cret@db.example/fluxion?passwordsecret=${arn}`;
    expect(() => secretAddressOf(url)).toThrow(/^(?!.*s3cret).*leave one of them out\.$/);
  });
});
