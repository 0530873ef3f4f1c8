import type { Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { FluxionError, messageOf } from '../../base/index.ts';

/** How much is read at once, in bytes. */
const blockBytes = 256 * 1024;

/** By what a file is known to be the same. */
export type FileState = Pick<Stats, 'size' | 'mtimeMs' | 'ino'>;

/**
 * The state of a file that can be read more than once.
 * @throws FluxionError SOURCE_NOT_FOUND; SOURCE_UNREADABLE if it is a directory, a pipe or a device
 */
export async function fileState(path: string): Promise<FileState> {
  // Before it is opened: to open a pipe would wait for somebody who writes into it.
  const state = await stat(path).catch((error: unknown) => {
    throw refusal(path, error);
  });
  if (state.isDirectory()) {
    throw new FluxionError('SOURCE_UNREADABLE', `${path} is a directory. Give the path of a file.`);
  }
  if (!state.isFile()) {
    throw new FluxionError(
      'SOURCE_UNREADABLE',
      `${path} is a pipe or a device, which cannot be read twice. Save it as a file.`,
    );
  }
  return state;
}

export interface BlockOptions {
  /** All blocks are put into the same memory: each lasts until the next one is asked for. */
  readonly reuses: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The bytes of the file whose state is `state`.
 * @throws FluxionError SOURCE_NOT_FOUND, SOURCE_UNREADABLE; SOURCE_CHANGED if the state is another before or after
 */
export async function* fileBlocks(
  path: string,
  state: FileState,
  { reuses, signal }: BlockOptions,
): AsyncGenerator<Buffer> {
  const handle = await open(path).catch((error: unknown) => {
    throw refusal(path, error);
  });
  try {
    await checkUnchanged(path, handle, state);
    let memory = Buffer.allocUnsafeSlow(blockBytes);
    for (let at = 0; ;) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(memory, 0, blockBytes, at).catch((error: unknown) => {
        throw refusal(path, error);
      });
      if (bytesRead === 0) break;
      at += bytesRead;
      // One that is written to as fast as it is read would have no end.
      if (at > state.size) await checkUnchanged(path, handle, state);
      yield memory.subarray(0, bytesRead);
      // What is only dropped waits for the garbage collector, dozens of megabytes of it.
      if (!reuses) memory = Buffer.allocUnsafeSlow(blockBytes);
    }
    await checkUnchanged(path, handle, state);
  } finally {
    await handle.close();
  }
}

async function checkUnchanged(path: string, handle: FileHandle, state: FileState): Promise<void> {
  const now = await handle.stat();
  if (now.size === state.size && now.mtimeMs === state.mtimeMs && now.ino === state.ino) return;
  throw new FluxionError('SOURCE_CHANGED', `${path} was changed while it was read. Load it again once it is whole.`);
}

function refusal(path: string, error: unknown): FluxionError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new FluxionError('SOURCE_NOT_FOUND', `There is no file ${path}. Check the path.`, { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const sentence = `${path} may not be read by this user. Check its permissions.`;
    return new FluxionError('SOURCE_UNREADABLE', sentence, { cause: error });
  }
  return new FluxionError('SOURCE_UNREADABLE', `${path} cannot be read: ${messageOf(error)}.`, { cause: error });
}
