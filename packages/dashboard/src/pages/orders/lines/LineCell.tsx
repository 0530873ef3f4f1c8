import { useLocale, useMoney, useTexts } from '../kit.ts';
import type { LineView } from '../model/index.ts';
import { orderWords } from '../texts/index.ts';
import { SuggestedFigure } from './Arithmetic.tsx';
import type { ColumnName } from './columns.ts';
import type { LineActions } from './line-props.ts';
import { QuantityCell } from './QuantityCell.tsx';

export interface LineCellProps extends Pick<LineActions, 'onQuantity'> {
  readonly line: LineView;
  readonly name: ColumnName;
  /** The id of what is said of the line. */
  readonly noteId: string;
}

/** What a line has in a column. */
export function LineCell({ line, name, noteId, onQuantity }: LineCellProps) {
  const texts = useTexts(orderWords);
  const { numbers, texts: common } = useLocale();
  const money = useMoney('VES');
  const figure = (value: string | null) => (value === null ? common.notAvailable : numbers.quantity(value));
  const { arithmetic, saved } = line;
  const hasNote = line.fault !== null || line.theirs !== undefined;
  switch (name) {
    case 'suggested':
      return <SuggestedFigure line={line} />;
    case 'cases':
    case 'units':
      // By the unit, both would be the same.
      if (name === 'cases' && line.caseSize === '1') return common.notAvailable;
      return (
        <QuantityCell
          label={name === 'cases' ? texts.casesLabel(line.name) : texts.unitsLabel(line.name)}
          value={line.quantity}
          otherwise={line.otherwise}
          caseSize={line.caseSize}
          inCases={name === 'cases'}
          invalid={line.fault !== null}
          describedBy={hasNote ? noteId : undefined}
          onChange={(quantity) => onQuantity(line, quantity)}
        />
      );
    case 'asked':
      return figure(saved.cantidad_solicitada);
    case 'approved':
      return figure(saved.cantidad_aprobada);
    case 'received':
      return figure(saved.cantidad_recibida);
    case 'cost':
      return line.cost === null ? common.notAvailable : money.money(line.cost);
    default:
      return figure(arithmetic[name]);
  }
}
