import type { Column } from '../../../components/index.ts';
import type { StockMoney } from '../../../components/stock/index.ts';
import type { NumberFormat } from '../../../i18n/index.ts';
import { coverOf, type HealthView, statesOf, type StockSummary, urgentOf } from '../model/index.ts';
import type { overviewWords } from '../texts/index.ts';
import { HealthBar } from './HealthBar.tsx';
import type { SoldBy } from './useSold.ts';

interface HealthColumnsInput {
  readonly texts: (typeof overviewWords)['es'];
  readonly states: Readonly<Record<keyof ReturnType<typeof statesOf>, string>>;
  readonly first: string;
  readonly money: StockMoney;
  readonly sold: SoldBy;
  readonly view: HealthView;
  readonly numbers: NumberFormat;
}

type Columns = Column<StockSummary>[];

/** A bar of states beside what matters most; as a table, all the figures. */
export function healthColumns(input: HealthColumnsInput): Columns {
  const { texts, first, money, sold, view } = input;
  const name: Columns = [{ id: 'nombre', header: first, kind: 'text', value: (row) => row.nombre, width: 20 }];
  const value: Columns = [
    {
      id: 'valor',
      header: `${texts.valueShort} (${money.symbol})`,
      kind: 'money',
      value: (row) => money.amount(row.valor),
    },
    {
      id: 'cobertura',
      header: texts.coverShort,
      kind: 'whole',
      hint: texts.coverHint,
      value: (row) => coverOf(row.valor, sold.of(row.clave)),
      width: 16,
    },
  ];
  const negatives: Columns = [
    { id: 'negativos', header: texts.negatives, kind: 'whole', value: (row) => row.productos_negativos, width: 14 },
  ];
  return view === 'chart'
    ? [...name, ...barColumns(input), ...value, ...negatives]
    : [...name, ...stateColumns(input), ...value, ...restColumns(input), ...negatives, ...negativeValue(input)];
}

function barColumns({ texts, numbers }: HealthColumnsInput): Columns {
  return [
    {
      id: 'estados',
      header: texts.states,
      kind: 'text',
      value: (row) => row.configurados,
      cell: (row) => <HealthBar name={row.nombre} states={statesOf(row)} />,
      width: 26,
    },
    {
      id: 'urgentes',
      header: texts.urgentShort,
      kind: 'whole',
      hint: texts.urgentHint,
      value: (row) => urgentOf(statesOf(row)),
      cell: (row) => {
        const urgent = urgentOf(statesOf(row));
        const share = row.configurados === 0 ? '' : ` · ${numbers.share(urgent / row.configurados)}`;
        return `${numbers.whole(urgent)}${share}`;
      },
      width: 16,
    },
  ];
}

function stateColumns({ texts, states }: HealthColumnsInput): Columns {
  return [
    { id: 'configurados', header: texts.configured, kind: 'whole', value: (row) => row.configurados, width: 13 },
    { id: 'sin_stock', header: states.SIN_STOCK, kind: 'whole', value: (row) => row.sin_stock, width: 14 },
    { id: 'criticos', header: states.CRITICO, kind: 'whole', value: (row) => row.criticos },
    { id: 'bajos', header: states.BAJO, kind: 'whole', value: (row) => row.bajos },
    { id: 'normales', header: states.NORMAL, kind: 'whole', value: (row) => row.normales },
    { id: 'excesos', header: states.EXCESO, kind: 'whole', value: (row) => row.excesos },
  ];
}

function restColumns({ texts }: HealthColumnsInput): Columns {
  return [
    { id: 'parte', header: texts.share, kind: 'percent', value: (row) => row.porcentaje, width: 15 },
    { id: 'productos', header: texts.products, kind: 'whole', value: (row) => row.productos, width: 15 },
    { id: 'unidades', header: texts.units, kind: 'quantity', value: (row) => row.unidades },
  ];
}

function negativeValue({ texts, money }: HealthColumnsInput): Columns {
  const header = `${texts.negativeValue} (${money.symbol})`;
  return [{ id: 'valor_negativo', header, kind: 'money', value: (row) => money.amount(row.valor_negativo), width: 24 }];
}
