import type { AnswerTo, Source } from '../../../client/index.ts';
import { ExportMenu } from '../../../components/index.ts';
import type { ReceiptKey } from '../address/index.ts';
import { useWords } from '../explore/index.ts';
import styles from './Receipt.module.css';
import { ReceiptFacts } from './ReceiptFacts.tsx';
import { ReceiptLines } from './ReceiptLines.tsx';

export interface ReceiptViewProps {
  readonly receipt: ReceiptKey;
  readonly body: AnswerTo<'listarVentas'>;
  readonly source: Source;
}

/** A receipt: what it comes to, and its lines. */
export function ReceiptView({ receipt, body, source }: ReceiptViewProps) {
  const texts = useWords();
  return (
    <div className={styles.receipt}>
      <ReceiptFacts receipt={receipt} lines={body.datos} />
      <ReceiptLines lines={body.datos} />
      {body.siguiente === null ? null : <p>{texts.morePages}</p>}
      <div className={styles.tools}>
        <ExportMenu title={texts.receiptOf(receipt.number)} source={source} />
      </div>
    </div>
  );
}
