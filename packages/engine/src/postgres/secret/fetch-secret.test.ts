import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { secretArn, secretOf, startSecretsManager } from '#testing/secrets-manager.ts';
import { expect, it, vi } from 'vitest';
import { secretFetcher } from './fetch-secret.ts';

const region = 'eu-south-2';
const fetchOf = (name: string) => secretFetcher({ arn: secretArn(name), region });

function fail(response: ServerResponse, type: string, status = 400): true {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify({ __type: type, message: 's3cret' }));
  return true;
}

it('reads the password of a stage, and none where there is no such stage', async () => {
  await startSecretsManager({ [secretArn('app')]: { AWSCURRENT: secretOf('one'), AWSPENDING: secretOf('two') } });
  const fetch = fetchOf('app');
  expect([await fetch('AWSCURRENT'), await fetch('AWSPENDING')]).toEqual(['one', 'two']);
  await startSecretsManager({ [secretArn('new')]: { AWSCURRENT: secretOf('one') } });
  expect(await fetchOf('new')('AWSPENDING')).toBeUndefined();
});

it('asks again where Secrets Manager fails, and says so where it goes on to', async () => {
  const secrets = { [secretArn('shaky')]: { AWSCURRENT: secretOf('one') } };
  const { asked } = await startSecretsManager(secrets, (response, attempt) => {
    return attempt < 3 && fail(response, 'InternalServiceError', 500);
  });
  expect(await fetchOf('shaky')('AWSCURRENT')).toBe('one');
  expect(asked).toHaveLength(3);
  await startSecretsManager(secrets, (response) => fail(response, 'InternalServiceError', 500));
  await expect(fetchOf('shaky')('AWSCURRENT')).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringMatching(/Secrets Manager does not answer/),
  });
});

it('gives up a Secrets Manager that takes the question and says nothing', async () => {
  await startSecretsManager({}, () => true);
  await expect(secretFetcher({ arn: secretArn('silent'), region }, 50)('AWSCURRENT')).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringMatching(/does not answer/),
  });
});

it('says what to do about what waiting does not mend', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['ResourceNotFoundException', /no such secret.*check passwordsecret/],
    ['AccessDeniedException', /secretsmanager:GetSecretValue.*kms:Decrypt/],
    ['DecryptionFailure', /kms:Decrypt/],
    ['InvalidRequestException', /about to be deleted/],
    ['UnrecognizedClientException', /credentials are not valid/],
  ];
  for (const [type, advice] of cases) {
    await startSecretsManager({}, (response) => fail(response, type));
    await expect(fetchOf('refused')('AWSCURRENT')).rejects.toMatchObject({
      code: 'DATABASE_UNSUITABLE',
      message: expect.stringMatching(advice),
    });
  }
});

it.each([
  ['no JSON', 's3cret'],
  ['JSON without one', '{"clave": "s3cret"}'],
  ['an empty one', '{"password": ""}'],
  ['a number', '{"password": 998877}'],
  ['null', 'null'],
])('refuses a secret with %s for a password, and shows nothing of it', async (_name, value) => {
  await startSecretsManager({ [secretArn('odd')]: { AWSCURRENT: value } });
  const error: unknown = await fetchOf('odd')('AWSCURRENT').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'DATABASE_UNSUITABLE', message: expect.stringContaining('holds no password') });
  expect(inspect(error)).not.toMatch(/s3cret|998877/);
});

it('says so where there are no credentials', async () => {
  await startSecretsManager({});
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, '');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
  await expect(fetchOf('anonymous')('AWSCURRENT')).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    message: expect.stringContaining('give its task or machine a role'),
  });
});
