import { chmod, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { FluxionError } from '../../base/index.ts';

/** Where everything of one embedded server lies: a folder that may be moved and copied as a whole. */
export interface EmbeddedHome {
  readonly directory: string;
  readonly dataDirectory: string;
  readonly logFile: string;
  readonly passwordFile: string;
  readonly portFile: string;
}

/** Makes the folder if it is missing, and names the files in it. The paths are free of symbolic links. */
export async function openHome(path: string): Promise<EmbeddedHome> {
  const created = await mkdir(path, { recursive: true, mode: 0o700 });
  // Root's server runs as another user, who must be able to pass through.
  if (created !== undefined && process.getuid?.() === 0) await chmod(path, 0o711);
  const directory = await realpath(path);
  return {
    directory,
    dataDirectory: join(directory, 'postgres'),
    logFile: join(directory, 'postgres.log'),
    passwordFile: join(directory, 'postgres.password'),
    portFile: join(directory, 'postgres.port'),
  };
}

/** The port if it is free on 127.0.0.1, else undefined; with 0, any free one. */
function probePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** The port that the home has used before, if nobody else took it in the meantime; else a free one. */
export async function choosePort(home: EmbeddedHome): Promise<number> {
  const kept = Number(await readFile(home.portFile, 'utf8').catch(() => ''));
  const usable = Number.isInteger(kept) && kept > 0 && kept < 65_536;
  const port = (usable ? await probePort(kept) : undefined) ?? (await probePort(0));
  if (port === undefined) throw new FluxionError('EMBEDDED_SERVER', 'No port is free on 127.0.0.1.');
  return port;
}

/** Keeps the port for the next start. Where it cannot be written (a full disk) the next start takes another. */
export async function keepPort(home: EmbeddedHome, port: number): Promise<void> {
  await writeFile(home.portFile, `${port}\n`).catch(() => undefined);
}
