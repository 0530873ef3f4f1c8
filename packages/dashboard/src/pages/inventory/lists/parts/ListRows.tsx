import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../../../components/index.ts';
import { hrefOf } from '../../../../navigation/index.ts';
import { type ListRow, rowIdOf } from '../columns/index.ts';
import styles from './parts.module.css';

export type { ListRow };

export interface ListRowsProps<Row extends ListRow> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowId?: (row: Row) => string;
  readonly onEnd?: (() => void) | undefined;
  readonly loadingMore?: boolean;
  /** Said beneath the rows. */
  readonly foot?: ReactNode;
}

const productOf = ({ producto_id: id, ubicacion_id: store }: ListRow) =>
  hrefOf(`/productos/${encodeURIComponent(id)}`, { tienda: store });

/** Products in stores; each row opens its product, in that store. */
export function ListRows<Row extends ListRow>({ foot, rowId = rowIdOf, ...table }: ListRowsProps<Row>) {
  return (
    <>
      <DataTable {...table} rowId={rowId} href={productOf} />
      {foot === undefined ? null : <p className={styles.foot}>{foot}</p>}
    </>
  );
}
