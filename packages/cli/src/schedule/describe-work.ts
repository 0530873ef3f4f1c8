import type { WorkedLoad, WorkedOff } from '@fluxion/engine/schedule';
import { plural } from '../output/index.ts';

/** Whether all lines of it are loaded, or were already. */
export function isWhole({ resultado }: WorkedLoad): boolean {
  return resultado !== 'fallida' && resultado !== 'con_rechazos';
}

const words: Readonly<Record<WorkedLoad['resultado'], string>> = {
  cargada: 'loaded',
  con_rechazos: 'loaded in part',
  vacia: 'empty, as the source says',
  igual: 'there already',
  fallida: 'failed',
};

/** One line about a load, for whoever watches. */
export function describeLoad({ tarea, resultado, filas, rechazadas, mensaje }: WorkedLoad): string {
  const loaded = filas > 0 ? [plural(filas, 'line')] : [];
  const rejected = rechazadas > 0 ? [`${plural(rechazadas, 'line')} rejected`] : [];
  const what = [words[resultado], ...loaded, ...rejected].join(', ');
  return `${tarea}  ${what}${mensaje === null ? '' : `: ${mensaje}`}`;
}

/** What came of all loads, in counts. */
export function describeWork({ planificadas, cargas }: WorkedOff): string {
  if (cargas.length === 0) {
    const looked =
      'What is due was looked for less than a minute ago, and the queue holds none of it: another process loads it, or it is done.';
    return planificadas === null ? `${looked} Run it again in a minute to look anew.` : 'There is nothing to load now.';
  }
  const lines = cargas.reduce((sum, { filas }) => sum + filas, 0);
  const failed = cargas.filter(({ resultado }) => resultado === 'fallida').length;
  const inPart = cargas.filter(({ resultado }) => resultado === 'con_rechazos').length;
  const troubles = [
    ...(inPart > 0 ? [`${inPart} in part`] : []),
    ...(failed > 0 ? [`${failed} failed: they are tried again by a later call`] : []),
  ];
  return `${[plural(cargas.length, 'load'), plural(lines, 'line'), ...troubles].join(', ')}.`;
}
