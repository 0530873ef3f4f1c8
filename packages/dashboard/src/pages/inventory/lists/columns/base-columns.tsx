import type { Column } from '../../../../components/index.ts';
import type { listWords } from '../../texts/index.ts';

/** A product in a store, as every list has it. */
export interface ListRow {
  readonly ubicacion_id: string;
  readonly producto_id: string;
  readonly codigo: string | null;
  readonly descripcion: string | null;
  readonly categoria: string | null;
}

export type ListTexts = (typeof listWords)['es'];

export interface BaseInput {
  readonly texts: ListTexts;
  /** A store's name by its id. */
  readonly storeName: (id: string) => string;
}

/** What every row says first: which product, in which store. */
export function baseColumns<Row extends ListRow>({ texts, storeName }: BaseInput): Column<Row>[] {
  return [
    {
      id: 'descripcion',
      header: texts.product,
      kind: 'text',
      value: (row) => row.descripcion ?? row.codigo ?? row.producto_id,
      width: 38,
    },
    { id: 'codigo', header: texts.code, kind: 'text', value: (row) => row.codigo, minor: true, width: 10 },
    { id: 'tienda', header: texts.store, kind: 'text', value: (row) => storeName(row.ubicacion_id), width: 20 },
  ];
}

/** Stands last: whoever looks for a category has filtered by it. */
export function categoryColumn<Row extends ListRow>({ texts }: BaseInput): Column<Row> {
  return {
    id: 'categoria',
    header: texts.category,
    kind: 'text',
    value: (row) => row.categoria,
    minor: true,
    width: 18,
  };
}

export function rowIdOf(row: ListRow): string {
  return `${row.ubicacion_id} ${row.producto_id}`;
}
