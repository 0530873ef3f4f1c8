import { useState } from 'react';
import { Button, Dialog, TextField, useLocale, useTexts } from '../kit.ts';
import { mannerOf, type OrderState, type Totals } from '../model/index.ts';
import styles from '../editor/Editor.module.css';
import { orderWords } from '../texts/index.ts';

export interface StepDialogProps {
  readonly from: OrderState;
  readonly to: OrderState;
  readonly totals: Totals;
  /** Changes are saved first. */
  readonly dirty: boolean;
  readonly onGo: (reason: string | undefined) => void;
  readonly onClose: () => void;
}

/** Asks before a step that cannot be taken back, and why it is taken where that is to be said. */
export function StepDialog({ from, to, totals, dirty, onGo, onClose }: StepDialogProps) {
  const texts = useTexts(orderWords);
  const { numbers } = useLocale();
  const { reason: needsReason, tone } = mannerOf(from, to);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = needsReason && reason.trim() === '';
  const go = () => {
    setTried(true);
    if (!missing) onGo(reason.trim() === '' ? undefined : reason.trim());
  };
  return (
    <Dialog
      title={dirty ? texts.saveAnd(texts.steps[to]) : texts.steps[to]}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{texts.goBack}</Button>
          <Button look="primary" onPress={go}>
            {texts.steps[to]}
          </Button>
        </>
      }
    >
      <div className={styles.stepFields}>
        <p>{texts.confirm[to]}</p>
        {tone === 'main' ? <p>{texts.goods(numbers.whole(totals.lines), numbers.quantity(totals.units))}</p> : null}
        {needsReason ? (
          <TextField
            label={texts.why}
            value={reason}
            onChange={setReason}
            maxLength={500}
            multiline
            isRequired
            autoFocus
            error={tried && missing ? texts.whyMissing : null}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
