import { describe, expect, it } from 'vitest';
import { readSettings } from './read-settings.ts';

const told: Readonly<Record<string, string>> = {
  environment: 'production',
  domain: 'fluxion.example.com',
  certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555',
  image: '0123abc',
};
const read = (changes: Readonly<Record<string, unknown>> = {}) => {
  const context: Readonly<Record<string, unknown>> = { ...told, ...changes };
  return readSettings((name) => context[name]);
};

describe('the settings of an environment', () => {
  it('are those of its name, with what is told', () => {
    expect(read()).toMatchObject({
      environment: 'production',
      domain: { name: 'fluxion.example.com', certificateArn: told['certificate'] },
      imageTag: '0123abc',
      watch: { mail: undefined },
      loads: { sourceFileSystem: undefined, scheduled: true },
    });
    const staging = read({
      environment: 'staging',
      mail: 'ops@example.com',
      source: 'fs-0123456789abcdef0',
      schedules: 'off',
    });
    expect(staging).toMatchObject({
      environment: 'staging',
      watch: { mail: 'ops@example.com' },
      loads: { sourceFileSystem: 'fs-0123456789abcdef0', scheduled: false },
    });
  });

  it.each(['environment', 'domain', 'certificate', 'image'])('need %s', (name) => {
    for (const nothing of [undefined, '', 7])
      expect(() => read({ [name]: nothing })).toThrow(new RegExp(`^Tell the ${name}, as in -c ${name}=`));
  });

  it.each([
    ['environment', 'test', 'environment must be staging or production, not "test"'],
    ['environment', 'toString', 'environment must be staging or production, not "toString"'],
    ['domain', 'https://fluxion.example.com', 'domain must be a host name, not "https://fluxion.example.com"'],
    ['certificate', 'abc', 'certificate must be the ARN of a certificate in AWS Certificate Manager, not "abc"'],
    ['image', 'latest', 'image must be a tag that does not move, not "latest"'],
    ['image', 'a b', 'image must be a tag that does not move, not "a b"'],
    ['mail', 'nobody', 'mail must be a mail address, not "nobody"'],
    [
      'certificate',
      'arn:aws:acm:sa-east-1:123456789012:certificate/1111',
      'certificate must be one of us-east-1, where the stacks are, not "arn:aws:acm:sa-east-1:123456789012:certificate/1111"',
    ],
    ['schedules', 'paused', 'schedules must be on or off, not "paused"'],
    ['source', '/efs', 'source must be the id of an EFS file system, not "/efs"'],
  ])('refuse %s %s', (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(message);
  });

  it('keep production apart from staging: it survives the loss of a zone and of a hand that slips', () => {
    const { database, api, network } = read();
    expect(database).toMatchObject({ multiAz: true, deletionProtection: true, backupDays: 7 });
    expect(api.minTasks).toBeGreaterThan(1);
    expect(network.cidr).not.toBe(read({ environment: 'staging' }).network.cidr);
  });
});
