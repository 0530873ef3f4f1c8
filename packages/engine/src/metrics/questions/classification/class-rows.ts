import type { RawRow } from '../../../base/index.ts';
import { cell, countCell, sumCell, textCell } from '../../cells.ts';
import { percentage, quotient, rootOfQuotient } from '../../decimals.ts';
import { moneyCell } from '../currency.ts';
import type { ValueClass } from './value-classes.ts';
import type { VariationClass } from './variation-classes.ts';

/** A product's ABC class and what it follows from. Money has at least 2 decimals, percentages have 4. */
export interface ValueFigures {
  readonly abc: ValueClass;
  /** 1 for the product that sold for most. */
  readonly ranking: number;
  readonly unidades: string;
  readonly valor: string;
  /** The values of this product and those before it. */
  readonly acumulado: string;
  /** The values of all products that sold for more than nothing. */
  readonly total: string;
  /** valor in percent of total; null if nothing was sold for anything. */
  readonly porcentaje: string | null;
  /** acumulado in percent of total. */
  readonly porcentaje_acumulado: string | null;
}

/** A product's XYZ class and what it follows from. Mean, deviation and coefficient are rounded to 4 decimals. */
export interface VariationFigures {
  /** Null: sold in fewer than 2 of the weeks, or brought back as often as sold. */
  readonly xyz: VariationClass | null;
  /** The weeks looked at, those without a sale included. */
  readonly semanas: number;
  readonly semanas_con_venta: number;
  /** The units of all weeks. */
  readonly suma: string;
  /** The squares of each week's units, added up. */
  readonly suma_cuadrados: string;
  /** suma / semanas. */
  readonly media_semanal: string | null;
  /** The population's standard deviation of the weekly units. */
  readonly desviacion: string | null;
  /** desviacion / media_semanal; null unless something was sold. */
  readonly coeficiente_variacion: string | null;
}

/** Reads the columns of `valueClasses`. @throws FluxionError NO_EXCHANGE_RATE */
export function valueFigures(raw: RawRow): ValueFigures {
  const total = textCell(raw, 'total');
  return {
    abc: valueClass(raw),
    ranking: countCell(raw, 'ranking'),
    unidades: sumCell(raw, 'unidades'),
    valor: moneyCell(raw, 'valor'),
    acumulado: moneyCell(raw, 'acumulado'),
    total: moneyCell(raw, 'total'),
    porcentaje: percentage(textCell(raw, 'valor'), total, 4),
    porcentaje_acumulado: percentage(textCell(raw, 'acumulado'), total, 4),
  };
}

/** Reads the columns of `variationClasses`. */
export function variationFigures(raw: RawRow): VariationFigures {
  const [weeks, dispersion, sum] = [textCell(raw, 'semanas'), textCell(raw, 'dispersion'), sumCell(raw, 'suma')];
  const coefficient = rootOfQuotient(dispersion, textCell(raw, 'suma_al_cuadrado'), 4);
  return {
    xyz: variationClass(raw),
    semanas: Number(weeks),
    semanas_con_venta: countCell(raw, 'semanas_con_venta'),
    suma: sum,
    suma_cuadrados: sumCell(raw, 'suma_cuadrados'),
    media_semanal: quotient(sum, weeks, 4),
    desviacion: rootOfQuotient(dispersion, String(Number(weeks) ** 2), 4),
    coeficiente_variacion: sum.startsWith('-') ? null : coefficient,
  };
}

/** Reads the column abc. */
export function valueClass(raw: RawRow): ValueClass {
  const text = textCell(raw, 'abc');
  if (text === 'A' || text === 'B' || text === 'C') return text;
  throw new TypeError(`not an ABC class: ${text}`);
}

/** Reads the column xyz. */
export function variationClass(raw: RawRow): VariationClass | null {
  const text = cell(raw, 'xyz');
  if (text === null || text === 'X' || text === 'Y' || text === 'Z') return text;
  throw new TypeError(`not an XYZ class: ${text}`);
}
