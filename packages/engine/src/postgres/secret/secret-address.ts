import { FluxionError } from '../../base/index.ts';

/** Where AWS Secrets Manager keeps a password. */
export interface SecretAddress {
  readonly arn: string;
  readonly region: string;
}

/** Not by URLSearchParams: a secret's name may hold a plus, which that takes for a space. */
const parameter = /([?&])passwordsecret=([^&#]*)&?/i;
const arnForm = /^arn:aws[\w-]*:secretsmanager:([\w-]+):\d{12}:secret:[\w/+=.@-]+$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The URL without the parameter, which no other program knows. */
export function withoutSecretAddress(url: string): string {
  return url.replace(parameter, '$1').replace(/[?&]$/, '');
}

/**
 * Which secret a database's URL says that its password is in; undefined if it names none.
 * @throws FluxionError DATABASE_UNREACHABLE if it names something that is no secret's ARN, or has a password as well
 */
export function secretAddressOf(url: string): SecretAddress | undefined {
  const named = parameter.exec(url)?.[2];
  if (named === undefined) return undefined;
  const arn = decoded(named);
  const region = arnForm.exec(arn)?.[1];
  if (region === undefined) {
    const form = 'arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME';
    throw new FluxionError('DATABASE_UNREACHABLE', `passwordsecret must be the whole ARN of a secret: ${form}.`);
  }
  if (URL.canParse(url) && new URL(url).password !== '') {
    const what = "The database's address has a password, and names a secret with passwordsecret";
    throw new FluxionError('DATABASE_UNREACHABLE', `${what}: leave one of them out.`);
  }
  return { arn, region };
}
