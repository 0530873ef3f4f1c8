import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { onTestFinished, vi } from 'vitest';

/** What a secret holds at one of its stages. */
export type Stages = Readonly<Record<string, string | undefined>>;

export interface SecretsManager {
  /** http://127.0.0.1:PORT, for AWS_ENDPOINT_URL_SECRETS_MANAGER. */
  readonly endpoint: string;
  /** Each question, as `secret stage`. */
  readonly asked: string[];
}

type Misbehave = (response: ServerResponse, attempt: number) => boolean;

function refuse(response: ServerResponse, type: string): void {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify({ __type: type, message: `${type} of the test` }));
}

/**
 * AWS Secrets Manager as far as its protocol goes for GetSecretValue, on this machine, and the environment that sends the
 * SDK there; both end with the test. `secrets` is looked up at each question, by ARN and stage.
 * @param misbehave true if it has answered a question in its own way
 */
export async function startSecretsManager(
  secrets: Readonly<Record<string, Stages>>,
  misbehave: Misbehave = () => false,
): Promise<SecretsManager> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += String(part);
    const question: { SecretId: string; VersionStage: string } = JSON.parse(text);
    asked.push(`${question.SecretId} ${question.VersionStage}`);
    if (misbehave(response, asked.length)) return;
    const signed = String(request.headers.authorization).includes('/secretsmanager/aws4_request');
    if (!signed) return refuse(response, 'UnrecognizedClientException');
    if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue') {
      return refuse(response, 'UnknownOperationException');
    }
    const value = secrets[question.SecretId]?.[question.VersionStage];
    if (value === undefined) return refuse(response, 'ResourceNotFoundException');
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify({ ARN: question.SecretId, SecretString: value, VersionStages: [question.VersionStage] }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIATEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'of the test');
  onTestFinished(() => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
  });
  return { endpoint, asked };
}

/** A secret as RDS keeps it. */
export function secretOf(password: string): string {
  return JSON.stringify({ engine: 'postgres', host: 'db.test', port: 5432, username: 'fluxion', password });
}

/** The ARN of a secret of the test's own. */
export function secretArn(name: string): string {
  return `arn:aws:secretsmanager:eu-south-2:123456789012:secret:${name}-AbCdEf`;
}
