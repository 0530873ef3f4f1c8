import { pino, type Logger } from 'pino';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/** The server's log on stderr: readable lines on a terminal, JSON lines elsewhere, for whoever collects them. */
export async function openLog(level: LogLevel): Promise<Logger> {
  const stderr = 2;
  if (!process.stderr.isTTY) return pino({ level }, pino.destination(stderr));
  const { default: pretty } = await import('pino-pretty');
  return pino({ level }, pretty({ destination: stderr, sync: true, ignore: 'pid,hostname' }));
}
