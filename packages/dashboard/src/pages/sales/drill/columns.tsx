import { Change, type Column } from '../../../components/index.ts';
import { marginOf, ratio } from '../../../figures/index.ts';
import type { NumberFormat } from '../../../i18n/index.ts';
import type { Comparison } from '../address/index.ts';
import type { Words } from '../explore/index.ts';
import type { FiguresRow } from '../model/index.ts';

/** A row of figures, as far as tables show them. */
type Row = FiguresRow & { readonly margen_porcentaje: string | null; readonly ticket_promedio?: string | null };

/** What a row of a comparison has beside. */
interface Compared {
  readonly cambio_anterior: string | null;
  readonly cambio_anio_anterior: string | null;
}

export interface ColumnsInput {
  readonly texts: Words;
  readonly numbers: NumberFormat;
  /** What the rows are shares of; null until it is known. */
  readonly whole: string | null;
  readonly comparison: Comparison;
}

/** The columns that tables of sales are put together from. */
export interface FigureColumns {
  readonly sales: Column<Row>;
  /** How much more was sold than before; none where nothing is compared. */
  readonly change: readonly Column<Compared>[];
  readonly share: Column<Row>;
  readonly receipts: Column<Row>;
  readonly ticket: Column<Row>;
  readonly units: Column<Row>;
  readonly margin: Column<Row>;
  readonly marginPercent: Column<Row>;
  readonly lines: Column<Row>;
  readonly returned: Column<Row>;
}

export function figureColumns({ texts, numbers, whole, comparison }: ColumnsInput): FigureColumns {
  const { columns, definitions } = texts;
  const share = (row: Row) => (whole === null ? null : ratio(row.venta_total, whole));
  return {
    sales: { id: 'venta_total', header: columns.sales, kind: 'money', value: (row) => row.venta_total },
    change: comparison === 'nada' ? [] : [changeColumn(texts, comparison)],
    share: {
      id: 'parte',
      header: columns.share,
      kind: 'percent',
      value: (row) => share(row)?.toFixed(6) ?? null,
      cell: (row) => numbers.share(share(row) ?? 0),
      minor: true,
    },
    receipts: { id: 'facturas', header: columns.receipts, kind: 'whole', value: (row) => row.facturas ?? null },
    ticket: {
      id: 'ticket_promedio',
      header: columns.ticket,
      kind: 'money',
      value: (row) => row.ticket_promedio ?? null,
      minor: true,
    },
    units: { id: 'unidades', header: columns.units, kind: 'quantity', value: (row) => row.unidades },
    margin: { id: 'margen', header: columns.margin, kind: 'money', value: marginOf },
    marginPercent: {
      id: 'margen_porcentaje',
      header: columns.marginPercent,
      kind: 'percent',
      hint: definitions.margen,
      value: (row) => row.margen_porcentaje,
    },
    lines: { id: 'lineas', header: columns.lines, kind: 'whole', value: (row) => row.lineas, minor: true },
    returned: {
      id: 'lineas_devueltas',
      header: columns.returned,
      kind: 'whole',
      hint: definitions.devueltas,
      value: (row) => row.lineas_devueltas,
      minor: true,
    },
  };
}

function changeColumn(texts: ColumnsInput['texts'], comparison: Exclude<Comparison, 'nada'>): Column<Compared> {
  const value = (row: Compared) => (comparison === 'anterior' ? row.cambio_anterior : row.cambio_anio_anterior);
  return {
    id: 'cambio',
    header: texts.change,
    kind: 'percent',
    hint: texts.comparisons[comparison],
    value,
    cell: (row) => {
      const percent = value(row);
      return <Change value={percent === null ? null : Number(percent) / 100} />;
    },
  };
}
