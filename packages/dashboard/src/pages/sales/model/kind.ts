import type { Measure } from '../address/index.ts';

/** How a table writes a measure. */
export function kindOf(measure: Measure): 'whole' | 'quantity' | 'money' {
  if (measure === 'facturas') return 'whole';
  return measure === 'unidades' ? 'quantity' : 'money';
}
