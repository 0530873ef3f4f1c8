import { production } from './production.ts';
import type { Settings } from './settings.ts';
import { staging } from './staging.ts';

/** Something that the stacks cannot be made without, or that cannot be right; its message says what to do. */
export class SettingsError extends Error {}

/** What is told with `-c name=value`; undefined where it is not. */
export type Context = (name: string) => unknown;

const environments = { staging, production };

function isEnvironment(name: string): name is keyof typeof environments {
  return Object.hasOwn(environments, name);
}

function text(context: Context, name: string): string | undefined {
  const value = context(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function needed(context: Context, name: string, example: string): string {
  const value = text(context, name);
  if (value !== undefined) return value;
  throw new SettingsError(`Tell the ${name}, as in -c ${name}=${example}`);
}

function matching(value: string, pattern: RegExp, refusal: string): string {
  if (pattern.test(value)) return value;
  throw new SettingsError(`${refusal}, not "${value}"`);
}

/**
 * The settings of the environment that is asked for, with what differs between accounts.
 * @throws SettingsError naming what is missing or wrong
 */
export function readSettings(context: Context): Settings {
  const environment = needed(context, 'environment', 'staging');
  if (!isEnvironment(environment))
    throw new SettingsError(`environment must be staging or production, not "${environment}"`);
  const name = matching(
    needed(context, 'domain', 'fluxion.example.com'),
    /^([a-z0-9-]+\.)+[a-z]{2,}$/,
    'domain must be a host name',
  );
  const certificateArn = matching(
    needed(context, 'certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/...'),
    /^arn:aws[\w-]*:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/,
    'certificate must be the ARN of a certificate in AWS Certificate Manager',
  );
  const imageTag = matching(
    needed(context, 'image', 'the commit that the image was built from'),
    /^(?!latest$)[\w][\w.-]{0,127}$/,
    'image must be a tag that does not move',
  );
  const mail = text(context, 'mail');
  if (mail !== undefined) matching(mail, /^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'mail must be a mail address');
  const sourceFileSystem = text(context, 'source');
  if (sourceFileSystem !== undefined)
    matching(sourceFileSystem, /^fs-[0-9a-f]{8,17}$/, 'source must be the id of an EFS file system');
  const schedules = matching(text(context, 'schedules') ?? 'on', /^(on|off)$/, 'schedules must be on or off');
  const settings = environments[environment]({
    domain: { name, certificateArn },
    imageTag,
    mail,
    sourceFileSystem,
    scheduled: schedules === 'on',
  });
  const { region } = settings;
  matching(certificateArn, new RegExp(`:acm:${region}:`), `certificate must be one of ${region}, where the stacks are`);
  return settings;
}
