/** A class as it was calculated for a store. */
export interface CalculatedClass {
  readonly fecha_calculo: string;
  readonly ubicacion_id: string;
  readonly clasificacion_abc_valor: string | null;
  readonly clasificacion_xyz: string | null;
}

/** A store's class on a date; null: none was calculated. */
export interface HistoryCell {
  readonly name: string | null;
  /** It is another than the one calculated before. */
  readonly changed: boolean;
}

export interface History {
  /** The last one first. */
  readonly dates: readonly string[];
  readonly stores: readonly { readonly id: string; readonly cells: readonly HistoryCell[] }[];
}

function nameOf(row: CalculatedClass | undefined): string | null {
  return row === undefined ? null : (row.clasificacion_abc_valor ?? '-') + (row.clasificacion_xyz ?? '-');
}

/** Stores below each other, the last `most` dates beside each other. */
export function historyOf(rows: readonly CalculatedClass[], most: number): History {
  const dates = [...new Set(rows.map(({ fecha_calculo }) => fecha_calculo))].toSorted();
  const ids = [...new Set(rows.map(({ ubicacion_id }) => ubicacion_id))].toSorted();
  const stores = ids.map((id) => {
    const byDate = new Map(rows.filter((row) => row.ubicacion_id === id).map((row) => [row.fecha_calculo, row]));
    let before: string | null = null;
    const cells = dates.map((date) => {
      const name = nameOf(byDate.get(date));
      const changed = name !== null && before !== null && name !== before;
      before = name ?? before;
      return { name, changed };
    });
    return { id, cells: cells.slice(-most).toReversed() };
  });
  return { dates: dates.slice(-most).toReversed(), stores };
}
