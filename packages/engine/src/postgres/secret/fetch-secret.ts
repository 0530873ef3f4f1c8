import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { FluxionError, messageOf } from '../../base/index.ts';
import type { SecretAddress } from './secret-address.ts';

/** RDS's rotation sets the pending password in the database before it makes it the current one. */
export type SecretStage = 'AWSCURRENT' | 'AWSPENDING';

/** Gives a stage's password; undefined if the secret has no such stage. @throws FluxionError, as `secretFetcher` says */
export type FetchPassword = (stage: SecretStage) => Promise<string | undefined>;

/** Shorter than a connection may take, so that it is told why there is none. */
const patience = 8_000;
const connectMs = 2_000;
const attempts = 3;

/** What a person can do about what Secrets Manager refuses by this name. */
const refusals: Readonly<Record<string, string>> = {
  ResourceNotFoundException: 'there is no such secret in that account and region; check passwordsecret.',
  AccessDeniedException:
    "this program's role may not read it; allow it secretsmanager:GetSecretValue on the secret and kms:Decrypt on its key.",
  DecryptionFailure: "its key cannot be used; allow this program's role kms:Decrypt on it.",
  InvalidRequestException: 'it has no value, or is about to be deleted; restore it, or name another.',
  CredentialsProviderError: 'this program has no AWS credentials; give its task or machine a role.',
  UnrecognizedClientException: "this program's AWS credentials are not valid.",
  ExpiredTokenException: "this program's AWS credentials have expired.",
};

function failure({ arn }: SecretAddress, error: unknown): FluxionError {
  const advice = error instanceof Error ? refusals[error.name] : undefined;
  const what = `The password's secret ${arn} cannot be read: `;
  if (advice !== undefined) return new FluxionError('DATABASE_UNSUITABLE', what + advice, { cause: error });
  const reason = `Secrets Manager does not answer (${messageOf(error)}).`;
  return new FluxionError('DATABASE_UNREACHABLE', what + reason, { cause: error });
}

/** The password out of the JSON that RDS keeps: `{"username": ..., "password": ..., ...}`. */
function passwordIn({ arn }: SecretAddress, text: string | undefined): string {
  let password: unknown;
  try {
    const value: unknown = JSON.parse(text ?? '');
    password = typeof value === 'object' && value !== null && 'password' in value ? value.password : undefined;
  } catch {
    // Neither the text nor the parser's message, which quotes it, may be seen by anybody.
  }
  if (typeof password === 'string' && password !== '') return password;
  const advice = `It must be JSON as RDS writes it, {"username": ..., "password": ...}.`;
  throw new FluxionError('DATABASE_UNSUITABLE', `The password's secret ${arn} holds no password. ${advice}`);
}

/** The SDK is loaded with the first password that is asked for: nobody else needs it. */
async function openClient({ region }: SecretAddress): Promise<SecretsManagerClient> {
  const { SecretsManagerClient: Client } = await import('@aws-sdk/client-secrets-manager');
  return new Client({ region, maxAttempts: attempts, requestHandler: { connectionTimeout: connectMs } });
}

function isMissingStage(stage: SecretStage, error: unknown): boolean {
  return stage === 'AWSPENDING' && error instanceof Error && error.name === 'ResourceNotFoundException';
}

/**
 * What asks Secrets Manager for a password, with the credentials that the AWS SDK finds (a task's role, a machine's, the
 * environment's). It throws FluxionError DATABASE_UNREACHABLE while Secrets Manager does not answer, and DATABASE_UNSUITABLE
 * for what waiting does not mend: no such secret, no right to read it, no password in it.
 */
export function secretFetcher(address: SecretAddress, patienceMs: number = patience): FetchPassword {
  let client: Promise<SecretsManagerClient> | undefined;
  return async (stage) => {
    const { GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager');
    const opened = await (client ??= openClient(address));
    const command = new GetSecretValueCommand({ SecretId: address.arn, VersionStage: stage });
    const answer = await opened
      .send(command, { abortSignal: AbortSignal.timeout(patienceMs) })
      .catch((error: unknown) => {
        if (isMissingStage(stage, error)) return undefined;
        throw failure(address, error);
      });
    return answer && passwordIn(address, answer.SecretString);
  };
}
