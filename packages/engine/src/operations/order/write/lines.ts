import { present } from '../../../base/index.ts';
import type { OrderFacts, OrderLine, ProductFacts } from './facts.ts';
import {
  type FieldOrderFault,
  nearestCases,
  type OrderFault,
  type QuantityField,
  quantityFields,
  suggest,
  type SuggestionArithmetic,
} from '../rules/index.ts';

/** More lines are in no order. */
export const mostLines = 1000;

/** What is to be written of a product; what is left out stays as it is. */
export interface WantedLine extends Readonly<Partial<Record<QuantityField, string | undefined>>> {
  readonly producto_id: string;
  readonly observaciones?: string | null | undefined;
}

/** A line as it is written. */
export interface CompleteLine extends OrderLine {
  readonly producto_id: string;
  readonly cantidad_sugerida: string | null;
  readonly costo_unitario: string | null;
  readonly calculo: SuggestionArithmetic | null;
}

/** What is counted when it arrives may be anything; what is asked for and sent is whole cases. */
const inCases: ReadonlySet<QuantityField> = new Set(['cantidad_solicitada', 'cantidad_aprobada']);

function caseFault(quantity: string | undefined, caseSize: string): OrderFault | undefined {
  const nearest = quantity === undefined ? undefined : nearestCases(quantity, caseSize);
  if (quantity === undefined || nearest === undefined) return undefined;
  return { fault: 'NOT_WHOLE_CASES', value: quantity, caseSize, nearest };
}

function productFault({ producto_id: value }: WantedLine, known: ProductFacts | undefined): OrderFault | undefined {
  if (known === undefined) return { fault: 'UNKNOWN_PRODUCT', value };
  return known.activo || known.linea !== null ? undefined : { fault: 'INACTIVE_PRODUCT', value };
}

function* quantityFaults(
  line: WantedLine,
  known: ProductFacts,
): Generator<OrderFault & { readonly of: QuantityField }> {
  const isAsked = (line.cantidad_solicitada ?? known.linea ?? suggest(known)) !== undefined;
  if (!isAsked) yield { of: 'cantidad_solicitada', fault: 'REQUIRED' };
  for (const of of quantityFields) {
    const { unidades_por_bulto: caseSize } = known.linea ?? known;
    const fault = inCases.has(of) ? caseFault(line[of], caseSize) : undefined;
    if (fault !== undefined) yield { of, ...fault };
  }
}

/** What is wrong with lines that are to be written, by their place in the list. */
export function* lineFaults(lines: readonly WantedLine[], { products }: OrderFacts): Generator<FieldOrderFault> {
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const known = products.get(line.producto_id);
    const repeated: OrderFault = { fault: 'REPEATED', value: line.producto_id };
    const fault = seen.has(line.producto_id) ? repeated : productFault(line, known);
    if (fault !== undefined) yield { field: `lineas[${index}].producto_id`, ...fault };
    else if (known !== undefined) {
      for (const { of, ...found } of quantityFaults(line, known)) yield { field: `lineas[${index}].${of}`, ...found };
    }
    seen.add(line.producto_id);
  }
}

function completeLine({ producto_id, ...changes }: WantedLine, known: ProductFacts): CompleteLine {
  const { unidades_por_bulto, costo_unitario } = known;
  const { cantidad_sugerida = null, calculo = null } = suggest(known) ?? {};
  const fresh = {
    cantidad_solicitada: cantidad_sugerida,
    cantidad_aprobada: null,
    cantidad_recibida: null,
    unidades_por_bulto,
    observaciones: null,
  };
  const line = { ...(known.linea ?? fresh), ...present(changes) };
  return { producto_id, cantidad_sugerida, costo_unitario, calculo, ...line };
}

/**
 * The lines with everything that is known of them, as `insertLinesSql` takes them: a new one has its suggestion, and asks for
 * that unless told otherwise.
 */
export function completeLines(lines: readonly WantedLine[], { products }: OrderFacts): readonly CompleteLine[] {
  return lines.flatMap((line) => {
    const known = products.get(line.producto_id);
    return known === undefined ? [] : [completeLine(line, known)];
  });
}
