import { memo, useId } from 'react';
import { hrefOf, Link, useLocale, useTexts } from '../kit.ts';
import type { LineView } from '../model/index.ts';
import { orderWords } from '../texts/index.ts';
import { columnsOf, labelOf } from './columns.ts';
import { LineCell, LineNotes, RemoveButton } from './parts.ts';
import type { GridLook, LineActions } from './line-props.ts';
import styles from './Lines.module.css';

export interface LineRowProps extends GridLook, LineActions {
  readonly line: LineView;
}

/** A line: what is known of the product in the store, what is suggested, what is asked for. */
export const LineRow = memo(function LineRow({ line, field, removable, onQuantity, onRemove }: LineRowProps) {
  const texts = useTexts(orderWords);
  const { numbers } = useLocale();
  const noteId = useId();
  const classes = [styles.row, line.isChanged ? styles.changed : '', line.fault === null ? '' : styles.faulty];
  return (
    <tr role="row" className={classes.filter(Boolean).join(' ')} data-line={line.productId}>
      <th scope="row" role="rowheader" className={styles.product}>
        <Link className={styles.name ?? ''} href={hrefOf(`/productos/${encodeURIComponent(line.productId)}`)}>
          {line.name}
        </Link>
        <span className={styles.code}>
          {line.code} · {texts.perCase(numbers.quantity(line.caseSize))}
        </span>
        {line.remarks === '' ? null : <span className={styles.code}>{line.remarks}</span>}
        <LineNotes line={line} id={noteId} onQuantity={onQuantity} />
      </th>
      {columnsOf(field).map((name) => (
        <td key={name} role="cell" className={styles[name] ?? styles.figure} data-label={labelOf(texts, name, field)}>
          <LineCell line={line} name={name} noteId={noteId} onQuantity={onQuantity} />
        </td>
      ))}
      {removable ? (
        <td role="cell" className={styles.tools}>
          <RemoveButton line={line} onRemove={onRemove} />
        </td>
      ) : null}
    </tr>
  );
});
