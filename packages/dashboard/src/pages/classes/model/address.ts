import type { SearchPatch } from '../../../navigation/index.ts';

export const abcClasses = ['A', 'B', 'C'] as const;
export type Abc = (typeof abcClasses)[number];
/** Null: products without an XYZ class. */
export const xyzClasses = ['X', 'Y', 'Z', null] as const;
export type Xyz = (typeof xyzClasses)[number];

/** A cell of the matrix. */
export interface Cell {
  readonly abc: Abc;
  readonly xyz: Xyz;
}

/** How many weeks the XYZ classes may be of, in the page's choice; the API takes more. */
export const weekChoices = [8, 12, 26, 52] as const;
export type Weeks = (typeof weekChoices)[number];
export const DEFAULT_WEEKS: Weeks = 12;

/** What is on screen of the classes, beside the filters that all pages have. */
export interface ClassesAddress {
  /** The cell whose products are listed; null: of all. */
  readonly cell: Cell | null;
  readonly weeks: Weeks;
  /** The product whose arithmetic is open. */
  readonly product: string | null;
}

/** A cell's name in the address and on screen: `AX`; `B-` without an XYZ class. */
export function cellName({ abc, xyz }: Cell): string {
  return abc + (xyz ?? '-');
}

function readCell(text: string | null): Cell | null {
  const abc = abcClasses.find((name) => name === text?.charAt(0));
  const xyz = xyzClasses.find((name) => (name ?? '-') === text?.slice(1));
  return abc === undefined || xyz === undefined ? null : { abc, xyz };
}

/** Reads a query string; what cannot be read is as if it were not there. */
export function readClasses(search: string): ClassesAddress {
  const parameters = new URLSearchParams(search);
  const weeks = weekChoices.find((choice) => String(choice) === parameters.get('semanas'));
  return {
    cell: readCell(parameters.get('clase')),
    weeks: weeks ?? DEFAULT_WEEKS,
    product: parameters.get('cuentas') || null,
  };
}

/** The change of the query string that brings this on screen. */
export function classesPatch({ cell, weeks, product }: Partial<ClassesAddress>): SearchPatch {
  return {
    ...(cell === undefined ? {} : { clase: cell && cellName(cell) }),
    ...(weeks === undefined ? {} : { semanas: weeks === DEFAULT_WEEKS ? null : String(weeks) }),
    ...(product === undefined ? {} : { cuentas: product }),
  };
}
