import { Button, useTexts } from '../kit.ts';
import type { LineView, Order, OrderDraft } from '../model/index.ts';
import styles from '../editor/Editor.module.css';
import { orderWords, shared } from '../texts/index.ts';

export interface ConflictProps {
  readonly order: Order;
  readonly draft: OrderDraft;
  readonly lines: readonly LineView[];
  /** What was typed can still be saved: the same quantity is open. */
  readonly open: boolean;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

/** Somebody else was first. Nothing typed is lost; the person decides what becomes of it. */
export function Conflict({ order, draft, lines, open, onKeep, onDrop }: ConflictProps) {
  const texts = useTexts(orderWords);
  const { states } = useTexts(shared);
  return (
    <section className={styles.notice} role="alert">
      <h2>{open ? texts.conflictTitle : texts.closedTitle(states[order.estado])}</h2>
      <p>{open ? texts.conflict : texts.closed}</p>
      {open ? null : <Typed draft={draft} lines={lines} />}
      <div className={styles.actions}>
        {open ? <Button onPress={onKeep}>{texts.keepMine}</Button> : null}
        <Button onPress={onDrop}>{texts.dropMine}</Button>
      </div>
    </section>
  );
}

/** What was typed, as a list to note down. */
function Typed({ draft, lines }: Pick<ConflictProps, 'draft' | 'lines'>) {
  const nameOf = (productId: string) => lines.find((line) => line.productId === productId)?.name;
  return (
    <ul>
      {draft.lines.map(({ productId, quantity, added }) => (
        <li key={productId}>
          {added?.name ?? nameOf(productId) ?? productId}
          {quantity === undefined ? '' : `: ${quantity}`}
        </li>
      ))}
      {draft.header.remarks === undefined ? null : <li>{draft.header.remarks}</li>}
    </ul>
  );
}
