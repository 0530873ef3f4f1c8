import type { Settings } from '../../config/settings.ts';
import { connectionsOf } from './connections.ts';

/** As RDS writes shares of the memory that it leaves to PostgreSQL, in `unitBytes`, so that they follow the instance's size. */
function shareOfMemory(parts: number, unitBytes: number, times = 1): string {
  const multiple = times === 1 ? '' : `*${times}`;
  return `{DBInstanceClassMemory${multiple}/${Math.round(parts * unitBytes)}}`;
}

const kilobyte = 1024;
const page = 8 * kilobyte;

/**
 * What the evaluation sets with ALTER SYSTEM, which RDS refuses, for the 8 GB of a db.t4g.large: 2 GB, 6 GB, 50 MB and 512 MB.
 * Written as shares, so that a db.t4g.medium gets half of each and still starts.
 */
const memory = {
  shared_buffers: shareOfMemory(4, page),
  effective_cache_size: shareOfMemory(4, page, 3),
  // For each sort or hash of each session. Few run at once: the mirror answers analytics.
  work_mem: shareOfMemory(163.84, kilobyte),
  // Index builds after a migration: one at a time for each stream.
  maintenance_work_mem: shareOfMemory(16, kilobyte),
  // Three workers of autovacuum would otherwise take that much each, at the same time.
  autovacuum_work_mem: shareOfMemory(64, kilobyte),
};

/**
 * A month's partition is written store by store and hardly changed afterwards, and a store's day that is loaded again leaves
 * as many dead rows as it has. The defaults, a fifth of a table, would look after a month once it is nearly over.
 */
const upkeep = {
  autovacuum_vacuum_scale_factor: '0.05',
  // Marks pages as visible to all, without which index-only scans read the table.
  autovacuum_vacuum_insert_scale_factor: '0.05',
  autovacuum_analyze_scale_factor: '0.02',
};

const planning = {
  // Solid-state disks: a random read costs about what a sequential one does.
  random_page_cost: '1.1',
  // Compilation pays off only for queries that run for seconds.
  jit: '0',
  // In MB. Bulk loads write gigabytes; with less they would force a checkpoint every few seconds.
  max_wal_size: '4096',
  // In ms. A query whose task was stopped ends by itself.
  client_connection_check_interval: '2000',
  // Tells in Performance Insights, and in EXPLAIN, what waited for the disk.
  track_io_timing: '1',
};

const access = {
  'rds.force_ssl': '1',
  password_encryption: 'scram-sha-256',
  // MD5 is refused even of a role whose password was set long ago. RDS takes this only together with the one above.
  'rds.accepted_password_auth_method': 'scram',
};

const log = {
  // In ms; slower statements are named, without the values they were sent.
  log_min_duration_statement: '1000',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  // Not even DDL: the rotation changes a password by a statement that holds it.
  log_statement: 'none',
  log_lock_waits: '1',
  // In kB: sorts that spilled 64 MB or more.
  log_temp_files: '65536',
  // In ms.
  log_autovacuum_min_duration: '10000',
  // In minutes: they are in CloudWatch, and what stays here takes the database's room.
  'rds.log_retention_period': '1440',
};

/** The parameter group, in RDS's own units; each value is a string, as CloudFormation wants it. */
export function parametersOf(settings: Settings): Record<string, string> {
  return {
    ...memory,
    ...upkeep,
    ...planning,
    ...access,
    ...log,
    // In ms. Fluxion's own transactions say for themselves how long they may wait; this ends those that a person forgot.
    idle_in_transaction_session_timeout: '3600000',
    max_connections: String(connectionsOf(settings).allowed),
  };
}
