import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FluxionError } from '../../../base/index.ts';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** How a program of PostgreSQL is started, given who runs us. */
export interface Launcher {
  /** Whom the data directory must belong to; undefined: us, as it comes. */
  readonly owner: Owner | undefined;
  command(program: string, args: readonly string[]): Command;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly identity: Partial<Owner>;
}

const directly: Launcher = {
  owner: undefined,
  command: (file, args) => ({ file, args, identity: {} }),
};

function switchingTo(owner: Owner): Launcher {
  return { owner, command: (file, args) => ({ file, args, identity: owner }) };
}

/**
 * Another user with the one privilege of root's to open what its permissions hide: for a clone or a home below a
 * folder like /root, whose mode is not ours to change. PostgreSQL refuses root's user id, not the privilege.
 */
function switchingThroughClosedFolders(owner: Owner): Launcher {
  const options = [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
    '--',
  ];
  return { owner, command: (file, args) => ({ file: 'setpriv', args: [...options, file, ...args], identity: {} }) };
}

/** The user that PostgreSQL's packages make, else the one that owns nothing (65534 wherever Linux runs). */
async function unprivilegedUser(): Promise<Owner> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const entries = passwd.split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = entries.find(([entry]) => entry === name) ?? [];
    if (uid !== undefined && gid !== undefined && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** Whether the user may pass through the folder and all above it. */
async function mayEnter(path: string, owner: Owner): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(path);
  return parent === path || mayEnter(parent, owner);
}

async function ownerOf(path: string): Promise<Owner | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

/**
 * Decides whom the server runs as. An ordinary user's runs as that user. Root's, which PostgreSQL refuses, runs as the
 * owner of the existing data directory, else as `postgres` or `nobody`.
 *
 * @param folders what the server must be able to enter
 * @throws FluxionError EMBEDDED_SERVER if that needs a privilege that this platform cannot pass on
 */
export async function chooseLauncher(dataDirectory: string, folders: readonly string[]): Promise<Launcher> {
  if (process.getuid?.() !== 0) return directly;
  const owner = (await ownerOf(dataDirectory)) ?? (await unprivilegedUser());
  for (const folder of folders) {
    if (await mayEnter(folder, owner)) continue;
    if (process.platform === 'linux') return switchingThroughClosedFolders(owner);
    const advice = 'Run Fluxion as an ordinary user, or open that folder (chmod o+x).';
    throw new FluxionError(
      'EMBEDDED_SERVER',
      `User ${owner.uid}, who runs the server, may not enter ${folder}. ${advice}`,
    );
  }
  return switchingTo(owner);
}
