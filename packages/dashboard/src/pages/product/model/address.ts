import type { AnswerTo } from '../../../client/index.ts';
import type { SearchPatch } from '../../../navigation/index.ts';

export type MovementKind = AnswerTo<'listarMovimientos'>['datos'][number]['tipo_movimiento'];
export const movementKinds = ['entrada', 'salida', 'ajuste', 'transferencia'] as const satisfies MovementKind[];

/** What the address says of this page, beside its stores and its range. */
export interface ProductAddress {
  /** Null: of every kind. */
  readonly kind: MovementKind | null;
  readonly course: 'chart' | 'table';
}

export function readProduct(search: string): ProductAddress {
  const parameters = new URLSearchParams(search);
  return {
    kind: movementKinds.find((kind) => kind === parameters.get('tipo')) ?? null,
    course: parameters.get('curso') === 'tabla' ? 'table' : 'chart',
  };
}

export function kindPatch(kind: MovementKind | null): SearchPatch {
  return { tipo: kind };
}

export function coursePatch(course: ProductAddress['course']): SearchPatch {
  return { curso: course === 'chart' ? null : 'tabla' };
}
