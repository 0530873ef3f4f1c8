import { statfsSync } from 'node:fs';
import { availableMemoryBytes } from '../../../base/index.ts';

const megabyte = 1024 * 1024;

/** `share` of the memory within the bounds, as PostgreSQL writes sizes. */
function memorySetting(memory: number, share: number, least: number, most: number): string {
  return `${Math.round(Math.min(most, Math.max(least, (memory * share) / megabyte)))}MB`;
}

/**
 * Parallel queries share memory in /dev/shm, of which a container has 64 MB by default; they fail when it is full. The
 * System V kind has no such limit.
 */
function sharedMemoryKind(): Readonly<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks < 512 * megabyte ? { dynamic_shared_memory_type: 'sysv' } : {};
  } catch {
    return { dynamic_shared_memory_type: 'sysv' };
  }
}

/**
 * The server's settings, given on its command line at each start, so that they follow the machine that it runs on. The
 * shares are modest because Node and DuckDB need memory too.
 */
export function serverSettings(port: number, memory = availableMemoryBytes()): Readonly<Record<string, string>> {
  return {
    // This machine only, and no socket file: its path may be at most 107 bytes long.
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    cluster_name: 'fluxion',
    // The stores have zones of their own; the server's must not matter.
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, YMD',
    // PostgreSQL relies on the system's cache as well: 1/8 is enough for the indexes of the current months.
    shared_buffers: memorySetting(memory, 1 / 8, 64, 4096),
    effective_cache_size: memorySetting(memory, 1 / 2, 256, 65_536),
    // Index builds after a bulk load.
    maintenance_work_mem: memorySetting(memory, 1 / 16, 64, 1024),
    // For each sort or hash table of each session.
    work_mem: memorySetting(memory, 1 / 256, 4, 64),
    // Bulk loads write gigabytes; with the default of 1 GB they would force a checkpoint every few seconds.
    max_wal_size: '4GB',
    // Solid-state disks: a random read costs about what a sequential one does.
    random_page_cost: '1.1',
    // Compilation pays off only for queries that run for seconds.
    jit: 'off',
    // A query whose program was killed ends by itself.
    client_connection_check_interval: '2s',
    ...sharedMemoryKind(),
    // The log is for a person who looks for the reason of a failure.
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  };
}
