import { expect, test } from 'vitest';
import { environments } from '../../testing/synthesise.ts';
import { parametersOf } from './parameters.ts';

const gigabyte = 1024 ** 3;
const parameters = parametersOf(environments.production);

/** What RDS makes of `{DBInstanceClassMemory*3/32768}` with that much memory: whole numbers. */
function valueWith(memory: number, name: string): number {
  const match = /^\{DBInstanceClassMemory(?:\*(\d+))?\/(\d+)\}$/.exec(parameters[name] ?? '');
  return Math.floor((memory * Number(match?.[1] ?? 1)) / Number(match?.[2]));
}

const pages = 8192 / 1024 ** 2;
const kilobytes = 1024 / 1024 ** 2;

test.each([
  ['shared_buffers', pages, 2048],
  ['effective_cache_size', pages, 6144],
  ['work_mem', kilobytes, 50],
  ['maintenance_work_mem', kilobytes, 512],
])('%s is what the evaluation sets on 8 GB, and half of it on 4 GB', (name, unitMb, documented) => {
  expect(valueWith(8 * gigabyte, name) * unitMb).toBeCloseTo(documented, 2);
  expect(valueWith(4 * gigabyte, name) * unitMb).toBeCloseTo(documented / 2, 2);
});

test('what is always taken leaves more than half of 4 GB to sessions and the system', () => {
  const megabytes = valueWith(4 * gigabyte, 'shared_buffers') * pages;
  const upkeep = 3 * valueWith(4 * gigabyte, 'autovacuum_work_mem') * kilobytes;
  expect(megabytes + upkeep).toBeLessThan(2048);
});

test('no value of a statement, and no statement that may hold a password, reaches the log', () => {
  expect(parameters).toMatchObject({
    log_statement: 'none',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  });
});

test('who is not on TLS, or signs in by MD5, is refused', () => {
  expect(parameters).toMatchObject({
    'rds.force_ssl': '1',
    password_encryption: 'scram-sha-256',
    'rds.accepted_password_auth_method': 'scram',
  });
});
