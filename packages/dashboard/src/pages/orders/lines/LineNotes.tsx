import { TriangleAlert, UserPen } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useLocale, useTexts } from '../kit.ts';
import type { LineFault, LineView } from '../model/index.ts';
import { orderWords } from '../texts/index.ts';
import type { LineActions } from './line-props.ts';
import styles from './Lines.module.css';

export interface LineNotesProps extends Pick<LineActions, 'onQuantity'> {
  readonly line: LineView;
  /** By it the quantity's cell refers to what is said here. */
  readonly id: string;
}

/** What is wrong with a line, and what somebody else put there. */
export function LineNotes({ line, id, onQuantity }: LineNotesProps) {
  const texts = useTexts(orderWords);
  const { numbers } = useLocale();
  const { fault, theirs } = line;
  if (fault === null && theirs === undefined) return null;
  const take = (quantity: string | null) =>
    quantity === null ? null : (
      <Button key={quantity} className={styles.take ?? ''} onPress={() => onQuantity(line, quantity)}>
        {texts.take(numbers.quantity(quantity))}
      </Button>
    );
  return (
    <span id={id} className={styles.notes}>
      {fault === null ? null : (
        <span className={styles.fault}>
          <TriangleAlert size={13} aria-hidden="true" />
          <FaultWords fault={fault} />
          {fault.fault === 'cases' ? fault.nearest.map(take) : null}
        </span>
      )}
      {theirs === undefined ? null : (
        <span className={styles.theirs}>
          <UserPen size={13} aria-hidden="true" />
          {texts.theirs(theirs === null ? texts.nothing : numbers.quantity(theirs))}
          {take(theirs)}
        </span>
      )}
    </span>
  );
}

function FaultWords({ fault }: { readonly fault: LineFault }) {
  const { faults, or } = useTexts(orderWords);
  const { numbers } = useLocale();
  if (fault.fault === 'refused') return fault.message;
  if (fault.fault === 'cases') return faults.cases(fault.nearest.map((units) => numbers.quantity(units)).join(or));
  return faults[fault.fault];
}
