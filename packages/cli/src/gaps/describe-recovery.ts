import { plural } from '../output/index.ts';
import type { RecoveredUnit } from '@fluxion/engine/schedule';

const words: Readonly<Record<RecoveredUnit['resultado'], string>> = {
  cargada: 'loaded',
  con_rechazos: 'loaded, with rejects',
  vacia: 'empty, as the source says',
  igual: 'there already, as the source has it',
  fallida: 'failed',
  sin_origen: 'no source of the store, and no file that can be loaded again',
};

/** One line about a unit, for the person who waits. */
export function describeUnit({ ubicacion_id, fecha, resultado, filas, origen, mensaje }: RecoveredUnit): string {
  const rows = filas > 0 ? `, ${plural(filas, 'line')}` : '';
  const from = origen === null ? '' : ` (${origen})`;
  return `${fecha}  ${ubicacion_id}  ${words[resultado]}${rows}${from}${mensaje === null ? '' : `: ${mensaje}`}`;
}

/** What came of all of them, in counts. */
export function describeRecovery(units: readonly RecoveredUnit[]): string {
  if (units.length === 0) return 'There are no gaps.';
  const counts = Object.entries(words).flatMap(([resultado, meaning]) => {
    const count = units.filter((unit) => unit.resultado === resultado).length;
    return count === 0 ? [] : [`${plural(count, 'store-day')} ${meaning}`];
  });
  return counts.join('\n');
}
