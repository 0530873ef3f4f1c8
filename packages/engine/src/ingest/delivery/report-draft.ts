import { FluxionError, messageOf } from '../../base/index.ts';
import type { Delivery } from '../../sources/index.ts';
import type { DeliveryReport, Outcome, Sums, UnitReport } from '../report.ts';
import { addSums, sameSums } from '../sums.ts';

/** A report that is being made. */
export type Draft = { -readonly [Key in keyof DeliveryReport]: DeliveryReport[Key] } & { units: UnitReport[] };

/** Of a delivery of which nothing is known yet. */
export function newDraft({
  name,
  description,
}: Pick<Delivery, 'name'> & { readonly description: Pick<Delivery['description'], 'feed'> }): Draft {
  return {
    name,
    feed: description.feed ?? null,
    outcome: 'fallida',
    read: 0,
    loaded: 0,
    rejected: 0,
    repeated: 0,
    same: 0,
    sums: { read: {}, loaded: {}, rejected: {} },
    units: [],
    rejects: [],
    placeholders: 0,
    understanding: null,
    message: null,
    error: null,
    seconds: 0,
  };
}

/** The outcome of a delivery whose units were all tried. */
export function outcomeOf({ rejected, loaded, same, units }: Draft): Outcome {
  const failed = units.filter(({ outcome }) => outcome === 'fallida').length;
  if (units.length > 0 && failed === units.length) return 'fallida';
  if (rejected > 0 || failed > 0) return 'con_rechazos';
  if (loaded > 0) return 'cargada';
  return same > 0 || units.every(({ outcome }) => outcome === 'igual') ? 'igual' : 'vacia';
}

/** Why the units failed that did, in one sentence. */
export function messageOfUnits(units: readonly UnitReport[]): string | null {
  const failed = units.filter(({ outcome }) => outcome === 'fallida');
  const [first] = failed;
  if (!first) return null;
  const others = failed.length === 1 ? '' : ` (and ${failed.length - 1} more units)`;
  return `${first.ubicacionId} ${first.fecha}${others}: ${first.message}`;
}

/** Notes in a draft why a delivery failed. */
export function fail(draft: Draft, error: unknown): void {
  draft.outcome = 'fallida';
  draft.error = error instanceof FluxionError ? error.code : 'LOAD_FAILED';
  draft.message = messageOf(error);
}

/**
 * Every line that was read is loaded, rejected, repeated or there already, and so is every readable amount.
 * @throws FluxionError INTERNAL if one is lost, or counted twice
 */
export function requireNoneLost({ name, outcome, ...draft }: Draft, repeatedSums: Sums): void {
  const { read, loaded, rejected, repeated, same, sums, units } = draft;
  if (outcome === 'fallida') return;
  const found = units
    .filter((unit) => unit.outcome === 'igual')
    .reduce((total, unit) => addSums(total, unit.sums), [sums.loaded, sums.rejected, repeatedSums].reduce(addSums));
  if (read === loaded + rejected + repeated + same && sameSums(found, sums.read)) return;
  throw new FluxionError(
    'INTERNAL',
    `${name}: of ${read} lines (${JSON.stringify(sums.read)}) ${loaded} were loaded, ${rejected} rejected, ${repeated} repeated and ${same} there already, together ${JSON.stringify(found)}, which is not all of them.`,
  );
}
