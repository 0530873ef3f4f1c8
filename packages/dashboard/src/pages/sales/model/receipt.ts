import { isDecimal, sumDecimals } from '../../../figures/index.ts';

/** A line of a receipt, as far as its sums need it. */
export interface Line {
  readonly fecha_hora: string | null;
  readonly cantidad: string | null;
  readonly monto_total: string | null;
}

/** What the lines of a receipt come to. */
export interface ReceiptSums {
  readonly amount: string;
  readonly units: string;
  readonly lines: number;
  readonly returned: number;
  /** When the first line was rung up; null if no line says. */
  readonly at: string | null;
}

/** A line that takes goods back. */
export function isReturn({ cantidad }: Pick<Line, 'cantidad'>): boolean {
  return cantidad?.startsWith('-') ?? false;
}

/** Unknown amounts and quantities count nothing, as in every other sum. */
export function receiptSums(lines: readonly Line[]): ReceiptSums {
  const known = (texts: readonly (string | null)[]) => texts.filter((text) => text !== null).filter(isDecimal);
  const instants = lines.map(({ fecha_hora: instant }) => instant).filter((instant) => instant !== null);
  return {
    amount: sumDecimals(known(lines.map(({ monto_total: amount }) => amount))),
    units: sumDecimals(known(lines.map(({ cantidad: quantity }) => quantity))),
    lines: lines.length,
    returned: lines.filter(isReturn).length,
    at: instants.toSorted()[0] ?? null,
  };
}
