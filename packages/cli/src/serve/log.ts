import { pino, type Logger, type LoggerOptions } from 'pino';
import { secretsHider } from './hide-secrets.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/**
 * The server's log on stderr: readable lines on a terminal, JSON lines elsewhere, for whoever collects them.
 * @param secrets texts and addresses with passwords, of which none may be in it
 */
export async function openLog(level: LogLevel, secrets: readonly (string | undefined)[] = []): Promise<Logger> {
  const stderr = 2;
  const options: LoggerOptions = { level, hooks: { streamWrite: secretsHider(secrets) } };
  if (!process.stderr.isTTY) return pino(options, pino.destination(stderr));
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ destination: stderr, sync: true, ignore: 'pid,hostname' }));
}
