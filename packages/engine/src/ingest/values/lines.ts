import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { localOf } from './dates/instant.ts';
import { firstDay } from './dates/day.ts';
import type { Field } from './fields.ts';
import type { Formats } from './formats.ts';
import { column, firstReason } from './layers.ts';
import { byZone, storeTable, type Places } from './places.ts';

/** What is known of a delivery before its lines are read. */
export interface Delivered {
  readonly fields: readonly Field[];
  readonly formats: Formats;
  readonly places: Places;
  /** Of a feed of store-days; else only its fields count. */
  readonly isStoreDay: boolean;
  /** The business date that all lines must be of. */
  readonly assertedDate: string | undefined;
  /** Fields that a line must have beside those that are required by themselves. */
  readonly alsoRequired: ReadonlySet<string>;
}

/** Columns of the layers that both ways of reading share. */
export const storeId = '"store:id"';
export const zoneIndex = '"store:zone"';
export const businessDate = '"business:date"';
export const valueOf = (field: string): string => column('v', field);

export const isRequired = ({ spec }: Field, { alsoRequired }: Delivered): boolean =>
  spec.required === true || alsoRequired.has(spec.name);

/** Whether the delivery has a text for the field in some line. */
export const hasText = ({ raw, standIn }: Field): boolean => raw !== undefined || standIn !== undefined;

const assertedDay = ({ assertedDate }: Delivered) =>
  assertedDate === undefined ? 'NULL::DATE' : `DATE ${quoteLiteral(assertedDate)}`;

const has = ({ fields }: Delivered, name: string) => fields.some((field) => field.name === name && hasText(field));

/** The line's business date: as delivered, else of its time in the store's zone, else the delivery's. */
export function businessDateSql(delivered: Delivered): string {
  return `coalesce(${valueOf('fecha')}, ${dateOfTime(delivered)}, ${assertedDay(delivered)})`;
}

const dateOfTime = (delivered: Delivered) =>
  has(delivered, 'fecha_hora') ? `${localOf('fecha_hora')}::DATE` : 'NULL::DATE';

const todaySql = ({ places }: Delivered) => byZone(places, zoneIndex, ({ today }) => `DATE '${today}'`);

/** Why a line that can be read is not of its store-day, by field: `ubicacion_id`, `fecha`, `fecha_hora`. */
export function storeDayReasons(delivered: Delivered): Readonly<Record<string, string>> {
  const { assertedDate, isStoreDay } = delivered;
  if (!isStoreDay) return { ubicacion_id: storeReason(delivered) };
  const future = (date: string) => [`${date} > ${todaySql(delivered)}`, `'is in the future'`] as const;
  const otherDay = (date: string) =>
    assertedDate === undefined
      ? []
      : [[`${date} <> ${assertedDay(delivered)}`, quoteLiteral(`is not of ${assertedDate}`)] as const];
  const missing = [`${businessDate} IS NULL`, `'is missing'`] as const;
  const byTime = has(delivered, 'fecha') ? [] : [missing];
  return {
    ubicacion_id: storeReason(delivered),
    fecha: firstReason(
      future(valueOf('fecha')),
      ...otherDay(valueOf('fecha')),
      ...(has(delivered, 'fecha') ? [missing] : []),
    ),
    fecha_hora: !has(delivered, 'fecha_hora')
      ? 'NULL::VARCHAR'
      : firstReason(
          future(dateOfTime(delivered)),
          ...otherDay(`CASE WHEN ${valueOf('fecha')} IS NULL THEN ${dateOfTime(delivered)} END`),
          ...byTime,
        ),
  };
}

function storeReason({ places }: Delivered): string {
  const { asserted } = places;
  const other = asserted && quoteLiteral(`is not ${asserted.id}, the store of this delivery`);
  return firstReason(
    [`${storeId} IS NULL`, `'is not in ubicaciones, neither as an id nor as a code'`],
    ...(asserted && other ? [[`${storeId} <> ${quoteLiteral(asserted.id)}`, other] as const] : []),
  );
}

/** SQL of what holds of a line that is of its store-day; false or NULL otherwise. */
export function isOfStoreDay(delivered: Delivered): string[] {
  const { places, assertedDate, isStoreDay } = delivered;
  if (!delivered.fields.some(({ name }) => name === 'ubicacion_id')) return [];
  const { asserted } = places;
  const store = asserted ? `${storeId} = ${quoteLiteral(asserted.id)}` : `${storeId} IS NOT NULL`;
  if (!isStoreDay) return [store];
  return [
    store,
    assertedDate === undefined
      ? `${businessDate} BETWEEN DATE '${firstDay}' AND ${todaySql(delivered)}`
      : `${businessDate} = ${assertedDay(delivered)} AND ${businessDate} <= ${todaySql(delivered)}`,
    ...(has(delivered, 'fecha_hora')
      ? [`(${localOf('fecha_hora')} IS NULL OR ${dateOfTime(delivered)} <= ${todaySql(delivered)})`]
      : []),
  ];
}

/**
 * Adds the store's id, and which of the zones it is in, to lines with the texts of the fields.
 * @param asWritten the names need no trimming, or are none
 */
export function withStore(lines: string, delivered: Delivered, asWritten = false): string {
  const { places } = delivered;
  if (has(delivered, 'ubicacion_id')) {
    const key = column('text', 'ubicacion_id');
    const { named } = places;
    if (asWritten && named) {
      const whens = [...named].map(([name, store]) => [`WHEN ${key} = ${quoteLiteral(name)} THEN`, store] as const);
      const ids = whens.map(([when, { id }]) => `${when} ${quoteLiteral(id)}`);
      const indexes = whens.map(([when, { zone }]) => `${when} ${zone}`);
      const choose = (cases: readonly string[], type: string) =>
        cases.length === 0 ? `NULL::${type}` : `CASE ${cases.join(' ')} END`;
      return `SELECT *, ${choose(ids, 'VARCHAR')} AS ${storeId}, ${choose(indexes, 'INTEGER')} AS ${zoneIndex} FROM (${lines})`;
    }
    return `SELECT t.*, s.id AS ${storeId}, s.zone AS ${zoneIndex} FROM (${lines}) t LEFT JOIN ${storeTable} s ON t.${key} = s.key`;
  }
  const id = places.asserted ? quoteLiteral(places.asserted.id) : 'NULL::VARCHAR';
  return `SELECT *, ${id} AS ${storeId}, 0 AS ${zoneIndex} FROM (${lines})`;
}

/** The columns of the table `rows`: `line`, then the feed's fields, of which store and date are the line's own. */
export function typedColumns({ fields, isStoreDay }: Delivered): { readonly name: string; readonly value: string }[] {
  const value = (name: string) => {
    if (name === 'ubicacion_id') return storeId;
    return name === 'fecha' && isStoreDay ? businessDate : valueOf(name);
  };
  return [
    { name: 'line', value: 'line' },
    ...fields.map(({ name }) => ({ name: quoteIdentifier(name), value: value(name) })),
  ];
}
