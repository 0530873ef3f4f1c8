import type { DatabaseSettings } from '../../config/settings.ts';
import { databaseInstance } from '../instances.ts';
import { linesOf, type Line } from '../line.ts';
import { hoursAMonth, prices } from '../prices.ts';
import { made, usage } from '../usage.ts';

const line = linesOf('database');

/** What the plan counted, and the proxy and the replica that one may add. */
export function databaseLines(database: DatabaseSettings): Line[] {
  const { instance: name, multiAz, storageGb } = database;
  const instance = databaseInstance(name);
  return [
    multiAz
      ? line(`Instance db.${name} and its standby`, hoursAMonth, instance.twoZones)
      : line(`Instance db.${name}`, hoursAMonth, instance.oneZone),
    ...(instance.burstable
      ? [line('Processor above the baseline', usage.databaseBurst.quantity, prices.databaseBurst)]
      : []),
    multiAz
      ? line('Storage gp3, in two zones', storageGb, prices.databaseStorageMultiAz)
      : line('Storage gp3', storageGb, prices.databaseStorage),
    line(
      `Backups of ${database.backupDays} days, beyond the free ${storageGb} GB`,
      paidBackupGb(database),
      prices.databaseBackup,
    ),
    line('Key', made.databaseKeys, prices.key),
    line('Requests to the key', usage.keyRequests.quantity / 1e6, prices.keyRequests),
    ...(database.readReplica
      ? [
          line(`Read replica db.${name}`, hoursAMonth, instance.oneZone),
          line('Storage of the replica', storageGb, prices.databaseStorage),
        ]
      : []),
    // RDS bills a proxy for two cores even where the instance has fewer.
    ...(database.proxy ? [line('Proxy', Math.max(2, instance.vcpus) * hoursAMonth, prices.databaseProxy)] : []),
  ];
}

/** RDS keeps as much of backups as the storage is large, for nothing. A first backup is whole, later ones hold what changed. */
function paidBackupGb({ backupDays, storageGb }: DatabaseSettings): number {
  const kept = backupDays === 0 ? 0 : usage.databaseData.quantity + backupDays * usage.databaseChanges.quantity;
  return Math.max(0, kept - storageGb);
}
