import { messageOf, type SqlRunner } from '../../base/index.ts';
import type { DeliveryReport, Outcome } from '../../ingest/index.ts';
import { describeTask, taskKey, type LoadTask } from '../queue/index.ts';
import type { LoadTaskOf } from '../load-task.ts';
import { originsOf, type MissingUnit, type UnitOrigin } from './origins.ts';

/** What became of a unit that was to be loaded again. */
export interface RecoveredUnit extends Omit<MissingUnit, 'lineas'> {
  /** `sin_origen`: no source of the store and no file is known; `igual`: it is there already, exactly as the source has it. */
  readonly resultado: Outcome | 'sin_origen';
  /** The source with what it was asked, or the file; null: there is none. */
  readonly origen: string | null;
  readonly filas: number;
  readonly mensaje: string | null;
}

export interface RecoverOptions {
  readonly db: SqlRunner;
  readonly units: readonly MissingUnit[];
  readonly load: LoadTaskOf;
  /** How many sources and files are loaded at the same time; 4 unless told. */
  readonly atOnce?: number;
  readonly signal?: AbortSignal | undefined;
  /** Told of each unit once it is done. */
  readonly onUnit?: (unit: RecoveredUnit) => void;
}

/**
 * Loads units again, each from where it can be had. That one fails does not keep the others from being loaded, and a file
 * that holds several is read once.
 *
 * @returns what became of each unit, in the order of `units`
 * @throws the signal's reason; what was loaded before stays
 */
export async function recover(options: RecoverOptions): Promise<readonly RecoveredUnit[]> {
  const { db, units, atOnce = 4, signal, onUnit = () => {} } = options;
  const done = new Map<MissingUnit, RecoveredUnit>();
  const queue = groupsOf(await originsOf(db, units));
  const work = async () => {
    for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
      signal?.throwIfAborted();
      for (const [unit, outcome] of await recoverGroup(group, options)) {
        done.set(unit, outcome);
        onUnit(outcome);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return units.flatMap((unit) => done.get(unit) ?? []);
}

interface Group {
  readonly task: LoadTask | undefined;
  readonly units: MissingUnit[];
}

/** The units that one task brings, together. */
function groupsOf(origins: readonly UnitOrigin[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { unit, task } of origins) {
    const key = task === undefined ? '' : taskKey(task);
    const group = groups.get(key) ?? { task, units: [] };
    group.units.push(unit);
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function recoverGroup(
  { task, units }: Group,
  { load, signal }: RecoverOptions,
): Promise<readonly (readonly [MissingUnit, RecoveredUnit])[]> {
  if (task === undefined) {
    const nothing = { resultado: 'sin_origen', origen: null, filas: 0, mensaje: null } as const;
    return units.map((unit) => [unit, { ...unit, ...nothing }]);
  }
  const origen = describeTask(task);
  try {
    const reports = await load(task, signal);
    return units.map((unit) => [unit, { ...unit, origen, ...outcomeOf(unit, reports) }]);
  } catch (error) {
    signal?.throwIfAborted();
    const failed = { resultado: 'fallida', filas: 0, mensaje: messageOf(error) } as const;
    return units.map((unit) => [unit, { ...unit, origen, ...failed }]);
  }
}

/** What the reports say of one unit; where they do not name it, what they say as a whole. */
function outcomeOf({ ubicacion_id, fecha }: MissingUnit, reports: readonly DeliveryReport[]) {
  const unit = reports
    .flatMap(({ units }) => units)
    .find(({ ubicacionId, fecha: date }) => ubicacionId === ubicacion_id && date === fecha);
  if (unit !== undefined) return { resultado: unit.outcome, filas: unit.rows, mensaje: unit.message };
  const failure = reports.find(({ outcome }) => outcome === 'fallida');
  const same = reports.length > 0 && reports.every(({ outcome }) => outcome === 'igual');
  if (same) return { resultado: 'igual', filas: 0, mensaje: reports[0]?.message ?? null } as const;
  return { resultado: 'fallida', filas: 0, mensaje: failure?.message ?? 'It does not hold this day.' } as const;
}
